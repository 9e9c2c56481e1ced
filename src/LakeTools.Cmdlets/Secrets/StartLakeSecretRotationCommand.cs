using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Input;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Rotates a secret with its function, and sets the schedule of rotations.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "LakeSecretRotation", SupportsShouldProcess = true, DefaultParameterSetName = DaysSet)]
[OutputType(typeof(LakeSecretInfo))]
public sealed class StartLakeSecretRotationCommand : SecretCmdlet
{
    private const string DaysSet = "Days";
    private const string ScheduleSet = "Schedule";

    /// <summary>The ARN of the function that makes and tries new values. Default: the function that was set up before.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? RotationLambdaArn { get; set; }

    /// <summary>For a managed external secret: the ARN of the role that rotates it at the partner.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExternalRotationRoleArn { get; set; }

    /// <summary>For a managed external secret: what the partner must know, such as <c>@{ adminSecretArn = $arn }</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? ExternalRotationMetadata { get; set; }

    /// <summary>The number of days between rotations, 1 to 1000.</summary>
    [Parameter(ParameterSetName = DaysSet)]
    [ValidateRange(1, 1000)]
    public int? AutomaticallyAfterDays { get; set; }

    /// <summary>A schedule in UTC: <c>rate(12 hours)</c>, <c>rate(10 days)</c> or <c>cron(0 8 1 * ? *)</c>.</summary>
    [Parameter(ParameterSetName = ScheduleSet, Mandatory = true)]
    [ValidatePattern(@"\A(rate|cron)\(.+\)\z")]
    public string? ScheduleExpression { get; set; }

    /// <summary>The length of the rotation window, in hours: <c>3h</c>.</summary>
    [Parameter]
    [ValidatePattern(@"\A[0-9]{1,2}h\z")]
    public string? Duration { get; set; }

    /// <summary>Rotates at once, as is the default; -RotateImmediately:$false waits for the schedule.</summary>
    [Parameter]
    public SwitchParameter RotateImmediately { get; set; } = true;

    /// <summary>Waits until the new version is current; a rotation that fails is an error.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum wait of -Wait. Default: 900 seconds, in which a function must have ended.</summary>
    [Parameter]
    [Number]
    [ValidateRange(0, 86400)]
    public int TimeoutSeconds { get; set; } = 900;

    /// <summary>Returns the metadata of the secret after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override string Action => RotateImmediately ? "Rotate the secret" : "Set up the secret's rotation";

    /// <inheritdoc/>
    protected override async Task ProcessSecretAsync(string? id, CancellationToken cancellationToken)
    {
        var rotations = new SecretRotationService(Lake);
        var options = new RotationOptions
        {
            LambdaArn = RotationLambdaArn,
            ExternalRoleArn = ExternalRotationRoleArn,
            ExternalMetadata = StringMap.Of(ExternalRotationMetadata),
            Days = AutomaticallyAfterDays,
            Schedule = ScheduleExpression,
            Duration = Duration,
            Immediately = RotateImmediately ? null : false,
        };
        var version = await rotations.StartAsync(id, options, cancellationToken).ConfigureAwait(false);
        if (Wait && version is not null)
        {
            using var progress = Progress();
            await rotations.WaitAsync(id!, version, TimeSpan.FromSeconds(TimeoutSeconds), progress, cancellationToken)
                .ConfigureAwait(false);
        }

        if (!PassThru) return;
        var what = $"The rotation of the secret '{id}' was {(version is null ? "set up" : "started")}";
        var changed = new SecretService(Lake).Written(id!, what);
        WriteObject(await changed.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
