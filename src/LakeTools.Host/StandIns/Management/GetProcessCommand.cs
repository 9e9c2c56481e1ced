using System.Diagnostics;

namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Process by name or id.</summary>
[Cmdlet(VerbsCommon.Get, "Process", DefaultParameterSetName = "Name")]
public sealed class GetProcessCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Name")]
    [Alias("ProcessName")]
    public string[] Name { get; set; } = ["*"];

    [Parameter(Mandatory = true, ParameterSetName = "Id")]
    [Alias("PID")]
    public int[] Id { get; set; } = [];

    protected override void ProcessRecord()
    {
        if (ParameterSetName == "Id")
        {
            foreach (var id in Id) Find(id);
            return;
        }

        WriteObject(Process.GetProcesses()
            .Where(process => Name.Any(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(process.ProcessName))),
            enumerateCollection: true);
    }

    private void Find(int id)
    {
        try
        {
            WriteObject(Process.GetProcessById(id));
        }
        catch (ArgumentException e)
        {
            WriteError(new ErrorRecord(e, "NoProcessFoundForGivenId", ErrorCategory.ObjectNotFound, id));
        }
    }
}
