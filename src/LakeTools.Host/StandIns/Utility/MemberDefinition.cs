namespace Microsoft.PowerShell.Commands;

/// <summary>What Get-Member emits.</summary>
public sealed record MemberDefinition(string TypeName, string Name, PSMemberTypes MemberType, string Definition)
{
    public override string ToString() => Definition;
}
