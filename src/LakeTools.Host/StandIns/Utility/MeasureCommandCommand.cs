using System.Diagnostics;

namespace Microsoft.PowerShell.Commands;

/// <summary>Measure-Command: how long a script block takes; its output is thrown away.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Command")]
public sealed class MeasureCommandCommand : ObjectCmdlet
{
    private TimeSpan _total;

    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock Expression { get; set; } = ScriptBlock.Create("");

    protected override void ProcessRecord()
    {
        var watch = Stopwatch.StartNew();
        Expression.InvokeWithContext(null, [new PSVariable("_", InputObject)]);
        _total += watch.Elapsed;
    }

    protected override void EndProcessing() => WriteObject(_total);
}
