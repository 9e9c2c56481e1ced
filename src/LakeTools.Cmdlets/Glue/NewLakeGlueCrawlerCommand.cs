using System.Management.Automation;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Creates a crawler.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeGlueCrawler", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueCrawler))]
public sealed class NewLakeGlueCrawlerCommand : GlueCrawlerCmdlet
{
    /// <summary>The crawler's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The role that it runs as: an ARN, a name, or role/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn", "RoleArn")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string Role { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = Change(Name, Role, isNew: true);
        if (!ShouldProcess(Name, "Create the crawler")) return;
        await TryAsync(async () =>
        {
            WriteObject(await new CrawlerService(Lake).CreateAsync(change, cancellationToken).ConfigureAwait(false));
        }, Name).ConfigureAwait(false);
    }
}
