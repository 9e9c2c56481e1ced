namespace Microsoft.PowerShell.Commands;

/// <summary>What ConvertTo-Csv and Export-Csv share: the first object names the columns.</summary>
public abstract class CsvWritingCmdlet : ObjectCmdlet
{
    private string[]? _columns;

    [Parameter]
    public char Delimiter { get; set; } = ',';

    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    [Parameter]
    [Alias("ITI")]
    public SwitchParameter IncludeTypeInformation { get; set; }

    [Parameter]
    [Alias("UQ")]
    [ValidateSet("Always", "AsNeeded", "Never")]
    public string UseQuotes { get; set; } = "Always";

    [Parameter]
    [Alias("QF")]
    public string[]? QuoteFields { get; set; }

    [Parameter]
    public SwitchParameter NoHeader { get; set; }

    protected bool SkipsHeader { get; set; }

    protected abstract void WriteLine(string line);

    protected override void ProcessRecord()
    {
        if (InputObject is null) return;
        if (_columns is null)
        {
            _columns = InputObject.BaseObject is IDictionary table
                ? [.. table.Keys.Cast<object>().Select(key => key.ToString()!)]
                : [.. InputObject.Properties.Select(property => property.Name)];
            if (IncludeTypeInformation) WriteLine("#TYPE " + InputObject.TypeNames[0]);
            if (!NoHeader && !SkipsHeader) WriteLine(string.Join(Delimiter, _columns.Select(name => Cell(name, name))));
        }

        WriteLine(string.Join(Delimiter, _columns.Select(name => Cell(name, Value(InputObject, name)))));
    }

    private static string? Value(PSObject source, string name)
    {
        try
        {
            var value = source.BaseObject is IDictionary table ? table[name] : source.Properties[name]?.Value;
            return value?.ToString();
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    private string Cell(string column, string? value)
    {
        if (value is null) return "";
        var quoted = QuoteFields is not null
            ? QuoteFields.Contains(column, StringComparer.OrdinalIgnoreCase)
            : UseQuotes == "Always" || (UseQuotes == "AsNeeded" && value.AsSpan().IndexOfAny(['"', '\n', '\r', Delimiter]) >= 0);
        return quoted ? "\"" + value.Replace("\"", "\"\"") + "\"" : value;
    }
}
