using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Finds crawlers.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeGlueCrawler")]
[OutputType(typeof(LakeGlueCrawler))]
public sealed class GetLakeGlueCrawlerCommand : LakeCmdlet
{
    /// <summary>A name, or a pattern of names. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
            await TryAsync(() => WriteAllAsync(new CrawlerService(Lake).FindAsync(name, cancellationToken)),
                Names.Literal(name) ?? name).ConfigureAwait(false);
    }
}
