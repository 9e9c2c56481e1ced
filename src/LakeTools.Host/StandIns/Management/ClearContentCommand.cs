namespace Microsoft.PowerShell.Commands;

/// <summary>Clear-Content.</summary>
[Cmdlet(VerbsCommon.Clear, "Content", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class ClearContentCommand : PathCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
            foreach (var file in Files(path))
                if (ShouldProcess(file, "Clear Content")) File.WriteAllBytes(file, []);
    }
}
