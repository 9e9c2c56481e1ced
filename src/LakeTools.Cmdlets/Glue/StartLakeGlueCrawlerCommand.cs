using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Starts a crawl.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "LakeGlueCrawler", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueCrawler))]
public sealed class StartLakeGlueCrawlerCommand : LakeCmdlet
{
    /// <summary>The crawler's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Waits for the end of the crawl; one that fails is an error.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        using var progress = Progress();
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Start the crawler")) continue;
            await TryAsync(async () =>
            {
                var service = new CrawlerService(Lake);
                var started = await service.StartAsync(name, cancellationToken).ConfigureAwait(false);
                var crawler = await started.ReadAsync(cancellationToken).ConfigureAwait(false);
                if (Wait) crawler = await service.WaitAsync(name, progress, cancellationToken).ConfigureAwait(false);
                WriteObject(crawler);
            }, name).ConfigureAwait(false);
        }
    }
}
