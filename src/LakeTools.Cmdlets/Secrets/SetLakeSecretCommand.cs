using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Changes a secret: its value, one key of it, its description, its KMS key or its tags. What is
/// not named stays.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeSecret", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class SetLakeSecretCommand : LakeCmdlet
{
    /// <summary>The secret's name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("SecretId", "Arn", "Name")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string? Id { get; set; }

    /// <summary>The new value, as for New-LakeSecret. The old one stays readable as AWSPREVIOUS.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public object? Value { get; set; }

    /// <summary>The one key of a JSON secret that takes the value; a new one is added.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>A new description; an empty one removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>Another KMS key: id, ARN or alias.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? KmsKeyId { get; set; }

    /// <summary>The labels of the new version in place of AWSCURRENT, such as AWSPENDING: the current value stays current.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VersionStageCompleter))]
    public string[] VersionStage { get; set; } = [];

    /// <summary>Tags to set: <c>@{ team = 'sales' }</c>. Others stay.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable? Tag { get; set; }

    /// <summary>Keys of tags to remove.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RemoveTag { get; set; } = [];

    /// <summary>Returns the metadata of the secret after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (Value is null && (Key is not null || VersionStage.Length > 0))
        {
            if (Description is not null || KmsKeyId is not null || Tag is not null || RemoveTag.Length > 0)
                throw Fault.ParameterRequires(Id, Key is not null ? "-Key" : "-VersionStage", "-Value");
            throw Fault.NothingToChange(Id, "Set-LakeSecret", Id, "-Value, -Description, -KmsKeyId, -Tag, -RemoveTag");
        }


        var change = new SecretChange(Id ?? "", Value is null ? null : SecretValue.From(Value), Key, Description, KmsKeyId)
        {
            Stages = VersionStage, Tags = StringMap.Of(Tag) ?? [], RemovedTags = RemoveTag,
        };
        SecretService.CheckId(Id);
        if (!ShouldProcess(Id!, Key is null ? "Change the secret" : $"Change the secret's key '{Key}'")) return;
        await TryAsync(async () =>
        {
            var changed = await new SecretService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
            if (PassThru) WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
        }, Id).ConfigureAwait(false);
    }
}
