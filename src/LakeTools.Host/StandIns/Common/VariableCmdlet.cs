namespace Microsoft.PowerShell.Commands;

/// <summary>A cmdlet over variables of a scope.</summary>
public abstract class VariableCmdlet : PSCmdlet
{
    [Parameter]
    public string? Scope { get; set; }

    /// <summary>The variables that a name or a pattern stands for.</summary>
    protected IReadOnlyList<PSVariable> Matching(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
            return EngineVariable(name) is { } one ? [one] : [];
        var pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
        return [.. from item in InvokeProvider.ChildItem.Get("variable:", recurse: false)
                   let variable = item.BaseObject as PSVariable
                   where variable is not null && pattern.IsMatch(variable.Name)
                   orderby variable.Name
                   select variable];
    }

    /// <summary>A variable of the scope that was named, or of the nearest that has it.</summary>
    protected PSVariable? EngineVariable(string name) => Scope is null
        ? SessionState.PSVariable.Get(name)
        : LakeTools.Host.EngineInternals.VariableAt(SessionState, name, Scope);

    /// <summary>Sets a variable in the scope that was named.</summary>
    protected void Store(PSVariable variable)
    {
        if (Scope is null) SessionState.PSVariable.Set(variable);
        else LakeTools.Host.EngineInternals.SetVariableAt(SessionState, variable, Scope);
    }
}
