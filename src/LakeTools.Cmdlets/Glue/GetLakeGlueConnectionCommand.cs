using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Finds the connections that jobs and crawlers of Glue reach their sources by.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeGlueConnection")]
[OutputType(typeof(LakeGlueConnection))]
public sealed class GetLakeGlueConnectionCommand : LakeCmdlet
{
    /// <summary>A name, or a pattern of names. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GlueConnectionNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>The catalog. Default: the connection's, or the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
            await TryAsync(() => WriteAllAsync(new GlueConnectionService(Lake).FindAsync(name, CatalogId, cancellationToken)),
                Names.Literal(name) ?? name).ConfigureAwait(false);
    }
}
