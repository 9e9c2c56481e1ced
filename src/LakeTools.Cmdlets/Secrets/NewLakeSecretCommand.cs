using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Connection;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Creates a secret.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeSecret", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class NewLakeSecretCommand : LakeCmdlet
{
    /// <summary>The name: letters, digits and / _ + = . @ -</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The value: a SecureString, text, a PSCredential or hashtable (kept as JSON), or bytes.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public object? Value { get; set; }

    /// <summary>What the secret is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>The kind of a managed external secret, as its partner defines it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Type { get; set; }

    /// <summary>The KMS key that encrypts it: id, ARN or alias. Default: aws/secretsmanager.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>Regions that get a copy, which the service keeps in step.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] ReplicaRegion { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var secret = new NewSecret(Name ?? "", SecretValue.From(Value!), Description, KmsKeyId, StringMap.Of(Tag)
            ?? []) { ReplicaRegions = ReplicaRegion, Type = string.IsNullOrEmpty(Type) ? null : Type };
        if (!string.IsNullOrEmpty(Name) && !ShouldProcess(Name, "Create the secret")) return;
        await TryAsync(async () => WriteObject(await new SecretService(Lake).CreateAsync(secret, cancellationToken).ConfigureAwait(false)),
            Name).ConfigureAwait(false);
    }
}
