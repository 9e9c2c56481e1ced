using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Gets the resource policy of a secret: the principals that can use it beside those whom IAM allows.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeSecretPolicy")]
[OutputType(typeof(LakeSecretPolicy))]
public sealed class GetLakeSecretPolicyCommand : SecretCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        if (await new SecretPolicyService(Lake).GetAsync(id, cancellationToken).ConfigureAwait(false) is { } policy) WriteObject(policy);
    }
}
