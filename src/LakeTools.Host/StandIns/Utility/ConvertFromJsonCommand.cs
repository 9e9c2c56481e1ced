using System.Globalization;
using System.Text.Json;

namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertFrom-Json.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> _lines = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 1024;

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    [Parameter]
    [ValidateSet("Default", "Local", "Utc", "Offset", "String")]
    public string DateKind { get; set; } = "Default";

    protected override void ProcessRecord() => _lines.Add(InputObject);

    protected override void EndProcessing()
    {
        // Lines of a file are one document; several documents come line by line, and then each line is whole.
        if (_lines.Count > 1 && _lines[0].Length > 0 && IsWhole(_lines[0])) _lines.ForEach(Convert);
        else Convert(string.Join(Environment.NewLine, _lines));
    }

    private bool IsWhole(string text)
    {
        try
        {
            using var document = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private JsonDocument Parse(string text) =>
        JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Depth, AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip });

    private void Convert(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        try
        {
            using var document = Parse(text);
            WriteObject(Value(document.RootElement), !NoEnumerate);
        }
        catch (JsonException e)
        {
            var failure = new ArgumentException("Conversion from JSON failed with error: " + e.Message, e);
            ThrowTerminatingError(new ErrorRecord(failure, "System.ArgumentException", ErrorCategory.InvalidArgument, null));
        }
    }

    private object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => AsHashtable ? Table(element) : Object(element),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToArray(),
        JsonValueKind.String => DateKind == "String" ? element.GetString() : TextOrDate(element.GetString()!),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object Number(JsonElement element)
    {
        if (element.TryGetInt64(out long whole)) return whole;
        var digits = element.GetRawText();
        return digits.IndexOfAny(['.', 'e', 'E']) < 0
            ? System.Numerics.BigInteger.Parse(digits, CultureInfo.InvariantCulture)
            : element.GetDouble();
    }

    private object TextOrDate(string text)
    {
        bool looksLikeDate = text.Length >= 19 && text[4] == '-' && text[7] == '-' && text[10] == 'T' && text[13] == ':';
        if (!looksLikeDate) return text;
        if (DateKind == "Offset") return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var offset) ? offset : text;
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return text;
        return DateKind switch
        {
            "Local" => time.ToLocalTime(),
            "Utc" => time.ToUniversalTime(),
            _ => time,
        };
    }

    private OrderedHashtable Table(JsonElement element)
    {
        var table = new OrderedHashtable();
        foreach (var member in element.EnumerateObject()) table[member.Name] = Value(member.Value);
        return table;
    }

    private PSObject Object(JsonElement element)
    {
        var result = new PSObject();
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name.Length == 0) Fail("EmptyKeyInJsonString",
                "The provided JSON includes a property whose name is an empty string; use -AsHashtable.");
            if (result.Properties[member.Name] is { } present)
            {
                if (!present.Name.Equals(member.Name, StringComparison.Ordinal))
                    Fail("KeysWithDifferentCasingInJsonString",
                        $"The JSON has keys that differ in case only ('{present.Name}', '{member.Name}'); use -AsHashtable.");
                result.Properties.Remove(member.Name);
            }

            result.Properties.Add(new PSNoteProperty(member.Name, Value(member.Value)));
        }

        return result;
    }

    private void Fail(string id, string message) =>
        ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(message), id, ErrorCategory.InvalidOperation, null));
}
