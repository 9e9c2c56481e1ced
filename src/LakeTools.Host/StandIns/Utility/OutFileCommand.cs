using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

/// <summary>Out-File, which is also what <c>&gt;</c> and <c>&gt;&gt;</c> run.</summary>
[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private StreamWriter? _file;
    private bool _declined;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [Alias("Path")]
    public string? FilePath { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    [Parameter(Position = 1)]
    public object? Encoding { get; set; }

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        var path = GetUnresolvedProviderPathFromPSPath(FilePath ?? LiteralPath!);
        _declined = !ShouldProcess(path, "Output to File");
        if (!_declined) _file = Open(path);
        var writer = new LineWriter(line =>
        {
            if (NoNewline) _file?.Write(line);
            else _file?.WriteLine(line);
        });
        LakeTools.Host.EngineInternals.UseTextOutput(this, writer, Width > 0 ? Width : int.MaxValue - 1);
        base.BeginProcessing();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        _file?.Dispose();
        _file = null;
    }

    protected override void StopProcessing() => _file?.Dispose();

    private StreamWriter Open(string path)
    {
        if (NoClobber && !Append && File.Exists(path))
        {
            var taken = new IOException($"The file '{path}' already exists.");
            ThrowTerminatingError(new ErrorRecord(taken, "NoClobber", ErrorCategory.ResourceExists, path));
        }

        try
        {
            return new StreamWriter(path, Append, FileEncoding.Parse(Encoding));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(new ErrorRecord(e, "FileOpenFailure", ErrorCategory.OpenError, path));
            throw;
        }
    }
}
