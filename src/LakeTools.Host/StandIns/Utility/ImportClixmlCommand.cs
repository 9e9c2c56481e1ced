namespace Microsoft.PowerShell.Commands;

/// <summary>Import-Clixml.</summary>
[Cmdlet(VerbsData.Import, "Clixml")]
public sealed class ImportClixmlCommand : PathCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            ForPath(path, () =>
            {
                foreach (var file in Files(path)) WriteObject(PSSerializer.Deserialize(File.ReadAllText(file)), enumerateCollection: true);
            });
        }
    }
}
