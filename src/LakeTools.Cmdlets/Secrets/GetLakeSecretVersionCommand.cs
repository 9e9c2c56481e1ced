using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Lists the versions of a secret with their staging labels, never with values.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeSecretVersion")]
[OutputType(typeof(LakeSecretVersion))]
public sealed class GetLakeSecretVersionCommand : SecretCmdlet
{
    /// <summary>Shows versions without a label, too, which the service may remove at any time.</summary>
    [Parameter]
    public SwitchParameter IncludeDeprecated { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessSecretAsync(string? id, CancellationToken cancellationToken) =>
        WriteAllAsync(new SecretVersionService(Lake).ListAsync(id, IncludeDeprecated, cancellationToken));
}
