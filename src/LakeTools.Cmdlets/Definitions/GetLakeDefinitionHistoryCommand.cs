using System.Management.Automation;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// <para type="synopsis">Gets what was published of definitions, the oldest first.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeDefinitionHistory")]
[OutputType(typeof(LakeDefinitionVersion))]
public sealed class GetLakeDefinitionHistoryCommand : DefinitionCmdlet
{
    /// <summary>The definition's name, or a pattern of names. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DefinitionNameCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken) =>
        WriteAllAsync(Service().HistoryAsync(Name, cancellationToken));
}
