using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Answers invitations.</summary>
public abstract class ShareAnswerCmdlet : LakeCmdlet
{
    /// <summary>ARNs of invitations, or what Get-LakeShareInvitation emits.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ShareInvitationCompleter))]
    public string[] InvitationArn { get; set; } = [];

    /// <summary>Emits the invitations as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract string Action { get; }

    private protected abstract Task<LakeShareInvitation> AnswerAsync(string arn, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var arn in InvitationArn)
        {
            if (!ShouldProcess(arn, Action)) continue;
            await TryAsync(async () =>
            {
                var answered = await AnswerAsync(arn, cancellationToken).ConfigureAwait(false);
                if (PassThru) WriteObject(answered);
            }, arn).ConfigureAwait(false);
        }
    }
}
