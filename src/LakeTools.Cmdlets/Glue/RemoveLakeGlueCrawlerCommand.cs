using System.Management.Automation;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Removes a crawler; the tables that it made stay.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeGlueCrawler", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeGlueCrawlerCommand : LakeCmdlet, IForceable
{
    /// <summary>The crawler's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            if (!ShouldProcess(name, "Remove the crawler")) continue;
            await TryAsync(() => new CrawlerService(Lake).RemoveAsync(name, cancellationToken), name).ConfigureAwait(false);
        }
    }
}
