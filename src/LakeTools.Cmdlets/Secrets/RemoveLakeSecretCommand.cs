using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Deletes a secret: at the end of a recovery window, or at once with -Force.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeSecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High, DefaultParameterSetName = WindowSet)]
public sealed class RemoveLakeSecretCommand : LakeCmdlet
{
    private const string WindowSet = "Window";
    private const string ForceSet = "Force";

    /// <summary>The secret's name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SecretId", "Arn", "Name")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Id { get; set; }

    /// <summary>How many days the secret can still be restored, 7 to 30. Default: 30.</summary>
    [Parameter(ParameterSetName = WindowSet)]
    [ValidateRange(7, 30)]
    public int? RecoveryDays { get; set; }

    /// <summary>Deletes at once and beyond recovery.</summary>
    [Parameter(ParameterSetName = ForceSet, Mandatory = true)]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var action = Force ? "Delete the secret at once, beyond recovery" : $"Delete the secret, recoverable for {RecoveryDays ?? 30} days";
        foreach (var id in Id is { Length: > 0 } ? Id : new string?[] { null })
        {
            if (!string.IsNullOrEmpty(id) && !ShouldProcess(id, action)) continue;
            await TryAsync(() => new SecretService(Lake).RemoveAsync(id, RecoveryDays, Force, cancellationToken), id).ConfigureAwait(false);
        }
    }
}
