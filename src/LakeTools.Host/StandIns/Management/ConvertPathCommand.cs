namespace Microsoft.PowerShell.Commands;

/// <summary>Convert-Path.</summary>
[Cmdlet(VerbsData.Convert, "Path", DefaultParameterSetName = "Path")]
public sealed class ConvertPathCommand : PathCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (var path in Paths) WriteObject(Files(path), enumerateCollection: true);
    }
}
