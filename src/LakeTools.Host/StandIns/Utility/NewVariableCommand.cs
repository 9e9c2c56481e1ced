namespace Microsoft.PowerShell.Commands;

/// <summary>New-Variable.</summary>
[Cmdlet(VerbsCommon.New, "Variable", SupportsShouldProcess = true)]
public sealed class NewVariableCommand : VariableCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public ScopedItemOptions Option { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        Scope ??= "0";
        if (!Force && EngineVariable(Name) is not null)
        {
            var taken = new SessionStateException($"A variable with name '{Name}' already exists.");
            WriteError(new ErrorRecord(taken, "VariableAlreadyExists", ErrorCategory.ResourceExists, Name));
            return;
        }

        if (!ShouldProcess($"Name: {Name} Value: {Value}", "New variable")) return;
        var variable = new PSVariable(Name, Value, Option);
        Store(variable);
        if (PassThru) WriteObject(variable);
    }
}
