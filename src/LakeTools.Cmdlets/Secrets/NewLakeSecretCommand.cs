using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Connection;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Creates a secret.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeSecret", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class NewLakeSecretCommand : LakeCmdlet, IInputTaker
{
    // The service's key for a copy without a chosen key (API reference, ReplicationStatusType).
    private const string UsualKey = "alias/aws/secretsmanager";

    /// <summary>The name: letters, digits and / _ + = . @ -</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>The value: a SecureString, text, a PSCredential or hashtable (kept as JSON), or bytes.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public object? Value { get; set; }

    /// <summary>The description of the secret.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The kind of a managed external secret, as its partner defines it.</summary>
    [Parameter]
    public string? Type { get; set; }

    /// <summary>The KMS key that encrypts it: id, ARN or alias. Default: aws/secretsmanager.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>Regions that get a copy, which the service keeps in step.</summary>
    [Parameter]
    [InputProperty("Replica")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] ReplicaRegion { get; set; } = [];

    /// <summary>An object of Get-LakeSecretInfo, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    // Their values are parameters of other commands.
    IEnumerable<string> IInputTaker.NotTaken =>
    [
        .. (string[])(InputObject?.Properties["RotationEnabled"]?.Value is true ? ["the rotation"] : []),
        .. (string[])(Replicas(InputObject?.Properties["Replica"]?.Value).Any(replica => replica.Key is { Length: > 0 } and not UsualKey)
            ? ["the KMS keys of the copies in other Regions"] : []),
        "the resource policy, which the piped object does not have (use Get-LakeSecretPolicy and Set-LakeSecretPolicy)",
    ];

    /// <inheritdoc/>
    object? IInputTaker.Read(string parameter, object value) => parameter != nameof(ReplicaRegion) || value is string ? value
        : Replicas(value).Select(replica => replica.Region).ToArray();

    private static IEnumerable<(string? Region, string? Key)> Replicas(object? value) => value is IEnumerable items and not string
        ? items.Cast<object>().Select(PSObject.AsPSObject).Select(item => (
            item.Properties["Region"]?.Value as string ?? item.BaseObject as string, item.Properties["KmsKeyId"]?.Value as string))
        : [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var secret = new NewSecret(Name ?? "", SecretValue.From(Value!), Description, KmsKeyId, StringMap.Of(Tag)
            ?? []) { ReplicaRegions = ReplicaRegion, Type = string.IsNullOrEmpty(Type) ? null : Type };
        SecretService.CheckName(Name);
        if (!ShouldProcess(Name!, "Create the secret")) return;
        await TryAsync(async () =>
        {
            var written = await new SecretService(Lake).CreateAsync(secret, cancellationToken).ConfigureAwait(false);
            var made = await written.ReadAsync(cancellationToken).ConfigureAwait(false);
            WriteObject(made);
            foreach (var failure in made.Replica.Select(SecretReplicaService.Failure).OfType<LakeException>()) WriteFailure(failure);
        }, Name).ConfigureAwait(false);
    }
}
