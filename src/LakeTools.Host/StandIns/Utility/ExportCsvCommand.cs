namespace Microsoft.PowerShell.Commands;

/// <summary>Export-Csv.</summary>
[Cmdlet(VerbsData.Export, "Csv", SupportsShouldProcess = true)]
public sealed class ExportCsvCommand : CsvWritingCmdlet
{
    private StreamWriter? _file;

    [Parameter(Position = 0)]
    [Alias("LiteralPath", "PSPath")]
    public string? Path { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    protected override void BeginProcessing()
    {
        var path = GetUnresolvedProviderPathFromPSPath(Path
            ?? throw new PSArgumentException("You must specify either the -Path or -LiteralPath parameters, but not both."));
        if (!ShouldProcess(path, "Export-Csv")) return;
        if (NoClobber && File.Exists(path))
            ThrowTerminatingError(new ErrorRecord(new IOException($"The file '{path}' already exists."), "NoClobber",
                ErrorCategory.ResourceExists, path));
        SkipsHeader = Append && File.Exists(path) && new FileInfo(path).Length > 0;
        _file = new StreamWriter(path, Append, FileEncoding.Parse(Encoding));
    }

    protected override void WriteLine(string line) => _file?.WriteLine(line);

    protected override void EndProcessing()
    {
        base.EndProcessing();
        _file?.Dispose();
    }

    protected override void StopProcessing() => _file?.Dispose();
}
