using System.Management.Automation;
using LakeTools.Cmdlets.Roles;
using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>
/// <para type="synopsis">Changes a crawler. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeGlueCrawler", SupportsShouldProcess = true)]
[OutputType(typeof(LakeGlueCrawler))]
public sealed class SetLakeGlueCrawlerCommand : GlueCrawlerCmdlet
{
    /// <summary>The crawler's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(GlueCrawlerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>The role that it runs as: an ARN, a name, or role/name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RoleNameCompleter))]
    public string? Role { get; set; }

    /// <summary>Returns the changed crawler.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            var change = Change(name, Role, isNew: false);
            if (!ShouldProcess(name, "Change the crawler")) continue;
            await TryAsync(async () =>
            {
                var changed = await new CrawlerService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
            }, name).ConfigureAwait(false);
        }
    }
}
