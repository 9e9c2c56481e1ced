using System.Management.Automation;
using LakeTools.Core.Definitions.Publishing;

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

    /// <summary>The publish's number, as Get-LakeDefinitionHistory shows it.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateRange(1, int.MaxValue)]
    [ArgumentCompleter(typeof(DefinitionVersionCompleter))]
    public int Version { get; set; }

    /// <inheritdoc/>
    private protected override bool IsFresh => true;

    /// <inheritdoc/>
    private protected override Task<LakePlan> PlanAsync(DefinitionService service, IProgress<Core.LakeProgress> progress,
        CancellationToken cancellationToken) => service.PlanRestoreAsync(Name, Version, progress, cancellationToken);

    /// <inheritdoc/>
    private protected override IEnumerable<string> NotDone(LakePublication done) =>
        done.NotRestorable.Select(text => $"Not restored: {text}.");
}
