using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// A property as the object cmdlets take it: a name, a wildcard, a script block, or a hashtable with Name and Expression.
/// </summary>
internal sealed class PropertyReader
{
    private readonly PSPropertyExpression _expression;

    private PropertyReader(PSPropertyExpression expression, string? label, bool? descending)
    {
        _expression = expression;
        Label = label;
        Descending = descending;
    }

    /// <summary>The name that a hashtable gave.</summary>
    public string? Label { get; }

    /// <summary>The order that a hashtable gave.</summary>
    public bool? Descending { get; }

    /// <summary>The name for what is read.</summary>
    public string Name => Label ?? _expression.ToString().Trim();

    /// <summary>It may read several properties.</summary>
    public bool HasWildcard => _expression.HasWildCardCharacters;

    public static PropertyReader[] Parse(object[]? properties) => properties is null ? [] : [.. properties.Select(Parse)];

    /// <summary>The properties that are there, under the names they get.</summary>
    public IEnumerable<(string Name, object? Value)> Read(PSObject source)
    {
        foreach (var result in ReadExpression(source))
        {
            var name = Label ?? result.ResolvedExpression.ToString().Trim();
            yield return (name, result.Exception is null ? Plain(result.Result) : null);
        }
    }

    /// <summary>The first value; null where there is none.</summary>
    public object? Value(PSObject source) => Read(source).FirstOrDefault().Value;

    /// <summary>Whether the property is there.</summary>
    public bool IsIn(PSObject source) => Read(source).Any();

    private static object? Plain(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped && wrapped.Properties.All(p => p is not PSNoteProperty)
        ? wrapped.BaseObject
        : value;

    private List<PSPropertyExpressionResult> ReadExpression(PSObject source)
    {
        if (source.BaseObject is IDictionary table && !HasWildcard && _expression.Script is null && table.Contains(_expression.ToString()))
            return [new PSPropertyExpressionResult(table[_expression.ToString()], _expression, null)];
        return _expression.GetValues(source, expand: true, eatExceptions: true);
    }

    private static PropertyReader Parse(object property)
    {
        var value = property is PSObject wrapped ? wrapped.BaseObject : property;
        if (value is not IDictionary table) return new PropertyReader(Expression(value), null, null);

        object? expression = null;
        string? label = null;
        bool? descending = null;
        foreach (DictionaryEntry entry in table)
        {
            var key = entry.Key.ToString() ?? "";
            if (Begins("Expression", key)) expression = entry.Value;
            else if (Begins("Name", key) || Begins("Label", key)) label = entry.Value?.ToString();
            else if (Begins("Descending", key)) descending = LanguagePrimitives.IsTrue(entry.Value);
            else if (Begins("Ascending", key)) descending = !LanguagePrimitives.IsTrue(entry.Value);
            else if (!Begins("FormatString", key) && !Begins("Width", key) && !Begins("Alignment", key))
                throw new PSArgumentException($"The {key} key is not valid.");
        }

        if (expression is PSObject inner) expression = inner.BaseObject;
        return new PropertyReader(Expression(expression ?? label ?? throw new PSArgumentException("The Expression key is missing.")), label,
            descending);
    }

    private static bool Begins(string name, string key) => key.Length > 0 && name.StartsWith(key, StringComparison.OrdinalIgnoreCase);

    private static PSPropertyExpression Expression(object value) => value is ScriptBlock script
        ? new PSPropertyExpression(script)
        : new PSPropertyExpression(value.ToString());
}
