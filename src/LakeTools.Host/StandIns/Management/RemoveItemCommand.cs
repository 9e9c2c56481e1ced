namespace Microsoft.PowerShell.Commands;

/// <summary>Remove-Item. The provider asks for each item, as -WhatIf and -Confirm say.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class RemoveItemCommand : PathCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public override string[]? Path { get; set; }

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            ForPath(path, () =>
            {
                bool isPattern = !IsLiteral && WildcardPattern.ContainsWildcardCharacters(path);
                if (!isPattern && !InvokeProvider.Item.Exists(path, force: true, IsLiteral)) WriteError(NotFound(path));
                else InvokeProvider.Item.Remove([path], Recurse, Force, IsLiteral);
            });
        }
    }
}
