using System.Management.Automation;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Goes back to the state that a publish left, of what the definition owned.</para>
/// </summary>
[Cmdlet(VerbsData.Restore, "LakeDefinition", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(LakePublication))]
public sealed class RestoreLakeDefinitionCommand : PlanCmdlet
{
    /// <summary>The definition's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DefinitionNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The publish's number, as Get-LakeDefinitionHistory tells it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(DefinitionVersionCompleter))]
    public int Version { get; set; }

    /// <inheritdoc/>
    private protected override Task<LakePlan> PlanAsync(IProgress<Core.LakeProgress> progress, CancellationToken cancellationToken) =>
        Service().PlanRestoreAsync(Name, Version, progress, cancellationToken);
}
