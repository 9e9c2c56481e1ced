namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Variable.</summary>
[Cmdlet(VerbsCommon.Set, "Variable", SupportsShouldProcess = true)]
public sealed class SetVariableCommand : VariableCmdlet
{
    private readonly List<object?> _values = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public ScopedItemOptions Option { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord() => _values.Add(Value);

    protected override void EndProcessing()
    {
        var value = _values.Count == 1 ? _values[0] : _values.ToArray();
        foreach (var name in Name)
        {
            if (!ShouldProcess($"Name: {name} Value: {value}", "Set variable")) continue;
            var variable = new PSVariable(name, value, Option);
            Store(variable);
            if (PassThru) WriteObject(variable);
        }
    }
}
