namespace Microsoft.PowerShell.Commands;

/// <summary>Tee-Object.</summary>
[Cmdlet("Tee", "Object", DefaultParameterSetName = "File")]
public sealed class TeeObjectCommand : ObjectCmdlet
{
    private readonly List<PSObject?> _items = [];

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "File")]
    [Alias("LiteralPath", "PSPath")]
    public string? FilePath { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Variable")]
    public string? Variable { get; set; }

    [Parameter(ParameterSetName = "File")]
    public SwitchParameter Append { get; set; }

    protected override void ProcessRecord()
    {
        _items.Add(InputObject);
        WriteObject(InputObject);
    }

    protected override void EndProcessing()
    {
        if (Variable is not null) SessionState.PSVariable.Set(Variable, _items.Count == 1 ? _items[0] : _items.ToArray());
        else InvokeCommand.InvokeScript(false, ScriptBlock.Create("$i, $p, $a = $args; $i | Out-File -LiteralPath $p -Append:$a"), null,
            _items.ToArray(), FilePath, Append.IsPresent);
    }
}
