using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Sets the resource policy of a secret, after the service has validated it.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeSecretPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretPolicy))]
public sealed class SetLakeSecretPolicyCommand : SecretCmdlet
{
    /// <summary>The policy: JSON, or a hashtable that is converted to JSON. It replaces the previous policy.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public object? Policy { get; set; }

    /// <summary>Accepts a policy that gives everybody access.</summary>
    [Parameter]
    public SwitchParameter AllowPublic { get; set; }

    /// <summary>Returns the policy as it is now.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => "Set the secret's resource policy";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        var given = PSValue.Of(Policy);
        var text = given is IDictionary members ? SecretValue.JsonOf(members) : given!.ToString()!;
        var policy = await new SecretPolicyService(Lake).SetAsync(id, text, AllowPublic, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await policy.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
