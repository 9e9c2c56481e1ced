using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Removes LF-Tags, which takes them off all that has them.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeTag", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeTagCommand : TagCmdlet, IForceable
{
    /// <summary>Keys.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[] Key { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var key in Key)
        {
            await TryAsync(async () =>
            {
                var name = TagNames.Key(key);
                if (!ShouldProcess(name, "Remove the LF-Tag, and its assignments to all resources")) return;
                await new TagService(Lake).RemoveAsync(name, Account, cancellationToken).ConfigureAwait(false);
            }, key).ConfigureAwait(false);
        }
    }
}
