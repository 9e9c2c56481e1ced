namespace Microsoft.PowerShell.Commands;

/// <summary>ConvertTo-Csv.</summary>
[Cmdlet(VerbsData.ConvertTo, "Csv")]
public sealed class ConvertToCsvCommand : CsvWritingCmdlet
{
    protected override void WriteLine(string line) => WriteObject(line);
}
