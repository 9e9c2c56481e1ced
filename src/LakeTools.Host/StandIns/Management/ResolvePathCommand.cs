namespace Microsoft.PowerShell.Commands;

/// <summary>Resolve-Path.</summary>
[Cmdlet(VerbsDiagnostic.Resolve, "Path", DefaultParameterSetName = "Path")]
public sealed class ResolvePathCommand : PathCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (var path in Paths) ForPath(path, () =>
            WriteObject(SessionState.Path.GetResolvedPSPathFromPSPath(path), enumerateCollection: true));
    }
}
