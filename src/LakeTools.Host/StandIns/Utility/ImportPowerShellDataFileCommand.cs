using System.Management.Automation.Language;

namespace Microsoft.PowerShell.Commands;

/// <summary>Import-PowerShellDataFile: data, never run.</summary>
[Cmdlet(VerbsData.Import, "PowerShellDataFile")]
public sealed class ImportPowerShellDataFileCommand : PathCmdlet
{
    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
            foreach (var file in Files(path)) Read(file);
    }

    private void Read(string file)
    {
        var script = Parser.ParseFile(file, out _, out var errors);
        var table = script.Find(node => node is HashtableAst, searchNestedScriptBlocks: false) as HashtableAst;
        try
        {
            if (errors.Length == 0 && table is not null)
            {
                WriteObject(table.SafeGetValue());
                return;
            }
        }
        catch (InvalidOperationException)
        {
            // Not plain data: refused below.
        }

        var refusal = new InvalidOperationException(
            $"The PowerShell data file '{file}' is invalid since it cannot be evaluated into a Hashtable object.");
        WriteError(new ErrorRecord(refusal, "CouldNotParseAsPowerShellDataFile", ErrorCategory.InvalidData, file));
    }
}
