namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Content of files.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : PathCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public override string[]? Path { get; set; }

    [Parameter]
    public SwitchParameter Raw { get; set; }

    [Parameter]
    public object? Encoding { get; set; }

    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    [Parameter]
    [Alias("First", "Head")]
    public int TotalCount { get; set; } = -1;

    [Parameter]
    [Alias("Last")]
    public int Tail { get; set; } = -1;

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
            ForPath(path, () =>
            {
                foreach (var file in Files(path)) Read(file);
            });
    }

    private void Read(string file)
    {
        if (AsByteStream)
        {
            WriteObject(File.ReadAllBytes(file), enumerateCollection: !Raw);
            return;
        }

        var encoding = FileEncoding.Parse(Encoding);
        if (Raw)
        {
            WriteObject(File.ReadAllText(file, encoding));
            return;
        }

        var lines = File.ReadLines(file, encoding);
        if (TotalCount >= 0) lines = lines.Take(TotalCount);
        if (Tail >= 0) lines = lines.TakeLast(Tail);
        foreach (var line in lines) WriteObject(line);
    }
}
