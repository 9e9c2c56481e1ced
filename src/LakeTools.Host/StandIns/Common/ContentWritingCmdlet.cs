namespace Microsoft.PowerShell.Commands;

/// <summary>What Set-Content and Add-Content share.</summary>
public abstract class ContentWritingCmdlet : PSCmdlet
{
    private readonly List<object?> _values = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("LiteralPath", "PSPath")]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[]? Value { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected abstract string Action { get; }

    protected abstract FileMode Mode { get; }

    protected override void ProcessRecord() => _values.AddRange(Value ?? [null]);

    protected override void EndProcessing()
    {
        foreach (var path in Path.Select(GetUnresolvedProviderPathFromPSPath))
        {
            if (!ShouldProcess($"Path: {path}", Action)) continue;
            try
            {
                Write(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(e, "GetContentWriter" + e.GetType().Name + "Error", ErrorCategory.WriteError, path));
            }
        }

        if (PassThru) WriteObject(_values, enumerateCollection: true);
    }

    private void Write(string path)
    {
        using var file = new FileStream(path, Mode, FileAccess.Write);
        if (AsByteStream)
        {
            file.Write([.. _values.Select(value => LanguagePrimitives.ConvertTo<byte>(value))]);
            return;
        }

        using var text = new StreamWriter(file, FileEncoding.Parse(Encoding));
        foreach (var value in _values)
        {
            text.Write(value?.ToString());
            if (!NoNewline) text.WriteLine();
        }
    }
}
