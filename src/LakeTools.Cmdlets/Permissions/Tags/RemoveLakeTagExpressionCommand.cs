using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Removes saved expressions on LF-Tags, and with them the grants by them.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeTagExpression", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeTagExpressionCommand : TagCmdlet, IForceable
{
    /// <summary>Names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagExpressionName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagExpressionNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Name)
        {
            await TryAsync(async () =>
            {
                if (!ShouldProcess(name, "Remove the LF-Tag expression, and the grants that use it")) return;
                await new TagExpressionService(Lake).RemoveAsync(name, Account, cancellationToken).ConfigureAwait(false);
            }, name).ConfigureAwait(false);
        }
    }
}
