using System.Collections;
using System.Management.Automation;
using LakeTools.Core;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Shows the changes that would make a lake match a definition.</para>
/// </summary>
[Cmdlet(VerbsData.Compare, "LakeDefinition")]
[OutputType(typeof(LakePlan))]
public sealed class CompareLakeDefinitionCommand : DefinitionCmdlet
{
    private readonly List<LakePermission> _excluded = [];
    private bool _isRefused;

    /// <summary>The definition: YAML, JSON or PowerShell data.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Values of the definition's parameters.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>
    /// Permissions that the plan revokes although the definition grants them, such as those of Find-LakeUnusedPermission.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject[] ExcludedPermission { get; set; } = [];

    /// <summary>Includes items without changes.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    // Permissions from the pipeline are for one plan; files from the pipeline have a plan each.
    private bool IsOnePlan => WasTyped(nameof(Path));

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // No plan without a permission that is not understood: it would revoke too little.
        var wasRefused = _isRefused;
        _isRefused = true;
        List<LakePermission> permissions = [.. (ExcludedPermission ?? [null!]).Select(item => item?.BaseObject as LakePermission
            ?? throw Fault.InputPropertyInvalid(item, nameof(ExcludedPermission), "it is not a permission that "
                + "Find-LakeUnusedPermission or Get-LakePermission returned in this session"))];
        _isRefused = wasRefused;
        if (!IsOnePlan) return CompareAsync(permissions, cancellationToken);
        _excluded.AddRange(permissions);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken) =>
        IsOnePlan && !_isRefused ? CompareAsync(_excluded, cancellationToken) : Task.CompletedTask;

    private async Task CompareAsync(IReadOnlyList<LakePermission> excluded, CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var (plan, exclusion) = await Service().CompareAsync(
            Source, FullPath(Path), ParameterValues.Of(Parameter), excluded, Detailed, progress, cancellationToken).ConfigureAwait(false);
        if (exclusion.Named > 0)
            WriteWarning($"{FullPath(Path)} has {exclusion.Named} of the excluded grants. Remove them from the file, or its next publish "
                + "creates them again.");
        if (exclusion.Foreign > 0)
            WriteWarning($"{exclusion.Foreign} of the excluded grants are not in {plan.Name}, which does not own their resources: the plan "
                + "does not revoke them. Use Revoke-LakePermission.");
        WriteObject(plan);
    }
}
