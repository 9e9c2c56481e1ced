namespace Microsoft.PowerShell.Commands;

/// <summary>Clear-Variable: takes the value, and leaves the variable.</summary>
[Cmdlet(VerbsCommon.Clear, "Variable", SupportsShouldProcess = true)]
public sealed class ClearVariableCommand : VariableCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    public string[] Name { get; set; } = [];

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

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
                if (ShouldProcess($"Name: {variable.Name}", "Clear variable")) Clear(variable);
        }
    }

    private void Clear(PSVariable variable)
    {
        try
        {
            variable.Value = null;
            if (PassThru) WriteObject(variable);
        }
        catch (SessionStateUnauthorizedAccessException e)
        {
            WriteError(new ErrorRecord(e.ErrorRecord, e));
        }
    }
}
