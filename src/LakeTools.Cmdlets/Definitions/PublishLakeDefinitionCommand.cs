using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Definitions.Publishing;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Applies a definition to a lake with the smallest changes, and keeps a journal of them.</para>
/// </summary>
[Cmdlet(VerbsData.Publish, "LakeDefinition", SupportsShouldProcess = true, DefaultParameterSetName = "Path",
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(LakePublication))]
public sealed class PublishLakeDefinitionCommand : PlanCmdlet
{
    /// <summary>The definition: YAML, JSON or PowerShell data.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path")]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Values of the definition's parameters.</summary>
    [Parameter(ParameterSetName = "Path")]
    public Hashtable? Parameter { get; set; }

    /// <summary>A plan that Compare-LakeDefinition made; refused where the lake is no longer as it was then.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Plan", ValueFromPipeline = true)]
    public LakePlan Plan { get; set; } = null!;

    /// <summary>A plan that Export-LakePlan kept: published exactly as it was kept, or refused.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "PlanPath")]
    [ValidateNotNullOrEmpty]
    public string PlanPath { get; set; } = "";

    /// <inheritdoc/>
    private protected override bool IsFresh => ParameterSetName != "Plan";

    /// <inheritdoc/>
    private protected override async Task<LakePlan> PlanAsync(DefinitionService service, IProgress<Core.LakeProgress> progress,
        CancellationToken cancellationToken) =>
        ParameterSetName == "Plan" ? Plan
        : ParameterSetName == "PlanPath"
            ? await service.OpenAsync(FullPath(PlanPath), progress, cancellationToken).ConfigureAwait(false)
        : await service.CompareAsync(Source, FullPath(Path), ParameterValues.Of(Parameter), detailed: false, progress, cancellationToken)
            .ConfigureAwait(false);
}
