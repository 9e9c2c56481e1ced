using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Join-String: one text from the objects of the pipeline.</summary>
[Cmdlet(VerbsCommon.Join, "String", DefaultParameterSetName = "default")]
[OutputType(typeof(string))]
public sealed class JoinStringCommand : PSCmdlet
{
    private readonly List<string> _parts = [];
    private PropertyReader? _reader;

    [Parameter(Position = 0)]
    public object? Property { get; set; }

    [Parameter(Position = 1)]
    [AllowEmptyString]
    public string? Separator { get; set; }

    [Parameter]
    [Alias("op")]
    public string? OutputPrefix { get; set; }

    [Parameter]
    [Alias("os")]
    public string? OutputSuffix { get; set; }

    [Parameter(ParameterSetName = "SingleQuote")]
    public SwitchParameter SingleQuote { get; set; }

    [Parameter(ParameterSetName = "DoubleQuote")]
    public SwitchParameter DoubleQuote { get; set; }

    [Parameter(ParameterSetName = "Format")]
    public string? FormatString { get; set; }

    [Parameter]
    public SwitchParameter UseCulture { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject[]? InputObject { get; set; }

    private CultureInfo Culture => UseCulture ? CultureInfo.CurrentCulture : CultureInfo.InvariantCulture;

    protected override void BeginProcessing()
    {
        if (Property is not null) _reader = PropertyReader.Parse([Property])[0];
        Separator ??= LanguagePrimitives.ConvertTo<string>(GetVariableValue("OFS"));
    }

    protected override void ProcessRecord()
    {
        foreach (var item in InputObject ?? [])
        {
            object? value = item is null || _reader is null ? item : _reader.Value(item);
            if (value is not null) _parts.Add(Text(value));
        }
    }

    protected override void EndProcessing() => WriteObject(OutputPrefix + string.Join(Separator, _parts) + OutputSuffix);

    private string Text(object value)
    {
        if (FormatString is not null) return string.Format(Culture, FormatString, value is PSObject wrapped ? wrapped.BaseObject : value);
        var text = (string)LanguagePrimitives.ConvertTo(value, typeof(string), Culture);
        return SingleQuote ? $"'{text}'" : DoubleQuote ? $"\"{text}\"" : text;
    }
}
