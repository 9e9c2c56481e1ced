using System.Globalization;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>Objects as JSON text, with the layout and the escapes of ConvertTo-Json.</summary>
internal sealed class JsonWriter(int maxDepth, bool compress, bool enumsAsStrings, bool escapeNonAscii, bool escapeHtml, Action tooDeep)
{
    private readonly StringBuilder _text = new();

    public string Write(object? value)
    {
        Value(value, 0);
        return _text.ToString();
    }

    private void Value(object? value, int depth)
    {
        var wrapped = value as PSObject;
        var bare = ReferenceEquals(value, System.Management.Automation.Internal.AutomationNull.Value) ? null : wrapped is null
            ? value : wrapped.BaseObject;
        if (Scalar(bare) is { } scalar)
        {
            _text.Append(scalar);
            return;
        }

        if (depth > maxDepth)
        {
            tooDeep();
            Text(LanguagePrimitives.ConvertTo<string>(value));
            return;
        }

        switch (bare)
        {
            case IDictionary table:
                Members(table.Keys.Cast<object>().Select(key => (key.ToString()!, table[key])), depth);
                break;
            case IEnumerable items and not PSCustomObject:
                Items(items, depth);
                break;
            default:
                Members(Properties(wrapped ?? PSObject.AsPSObject(bare!)), depth);
                break;
        }
    }

    private string? Scalar(object? value) => value switch
    {
        null or DBNull => "null",
        string text => Quoted(text),
        char character => Quoted(character.ToString()),
        bool flag => flag ? "true" : "false",
        Enum member => enumsAsStrings ? Quoted(member.ToString())
            : Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), CultureInfo.InvariantCulture).ToString(),
        double number => Floating(number, double.IsFinite(number)),
        float number => Floating(number, float.IsFinite(number)),
        sbyte or byte or short or ushort or int or uint or long or ulong or System.Numerics.BigInteger =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture) is var digits && digits.Contains('.') ? digits : digits + ".0",
        DateTime time => Quoted(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        DateTimeOffset time => Quoted(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
        DateOnly date => Quoted(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Guid or Uri or Version or TimeOnly => Quoted(value is Uri uri ? uri.OriginalString : value.ToString()!),
        _ => null,
    };

    private string Floating(IFormattable number, bool isFinite)
    {
        var digits = number.ToString("R", CultureInfo.InvariantCulture);
        if (!isFinite) return Quoted(digits);
        return digits.IndexOfAny(['.', 'E']) >= 0 ? digits : digits + ".0";
    }

    private static IEnumerable<(string Name, object? Value)> Properties(PSObject source)
    {
        foreach (var property in source.Properties)
        {
            if (property.MemberType is PSMemberTypes.ScriptProperty or PSMemberTypes.CodeProperty or PSMemberTypes.AliasProperty
                && source.BaseObject is not PSCustomObject && !property.IsInstance) continue;
            object? value;
            try
            {
                value = property.Value;
            }
            catch (GetValueException)
            {
                value = null;
            }

            yield return (property.Name, value);
        }
    }

    private void Members(IEnumerable<(string Name, object? Value)> members, int depth)
    {
        bool any = false;
        _text.Append('{');
        foreach (var (name, value) in members)
        {
            if (any) _text.Append(',');
            any = true;
            NewLine(depth + 1);
            Text(name);
            _text.Append(compress ? ":" : ": ");
            Value(value, depth + 1);
        }

        if (any) NewLine(depth);
        _text.Append('}');
    }

    private void Items(IEnumerable items, int depth)
    {
        bool any = false;
        _text.Append('[');
        foreach (var item in items)
        {
            if (any) _text.Append(',');
            any = true;
            NewLine(depth + 1);
            Value(item, depth + 1);
        }

        if (any) NewLine(depth);
        _text.Append(']');
    }

    private void NewLine(int depth)
    {
        if (!compress) _text.Append(Environment.NewLine).Append(' ', depth * 2);
    }

    private void Text(string text) => _text.Append(Quoted(text));

    private string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                _ when c < ' ' || c is '\u0085' or '\u2028' or '\u2029' || escapeNonAscii && c > '~' || escapeHtml && c is '<' or '>' or '&'
                    or '\'' =>
                    quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
