namespace Microsoft.PowerShell.Commands;

/// <summary>Remove-Variable.</summary>
[Cmdlet(VerbsCommon.Remove, "Variable", SupportsShouldProcess = true)]
public sealed class RemoveVariableCommand : VariableCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            var found = Matching(name);
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                var missing = new ItemNotFoundException($"Cannot find a variable with the name '{name}'.");
                WriteError(new ErrorRecord(missing, "VariableNotFound", ErrorCategory.ObjectNotFound, name));
            }

            foreach (var variable in found)
                if (ShouldProcess($"Name: {variable.Name}", "Remove variable")) SessionState.PSVariable.Remove(variable);
        }
    }
}
