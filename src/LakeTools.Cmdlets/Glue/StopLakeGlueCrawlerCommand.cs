using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Asks for the end of a crawl.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "LakeGlueCrawler", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueCrawler))]
public sealed class StopLakeGlueCrawlerCommand : LakeCmdlet
{
    /// <summary>The crawler's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Stop the crawler")) continue;
            await TryAsync(async () =>
            {
                await WriteResultAsync(new CrawlerService(Lake).StopAsync(name, cancellationToken)).ConfigureAwait(false);
            }, name).ConfigureAwait(false);
        }
    }
}
