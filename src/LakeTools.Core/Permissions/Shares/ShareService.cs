using System.Runtime.CompilerServices;
using Amazon.RAM;
using Amazon.RAM.Model;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Permissions.Shares;

/// <summary>Invitations of AWS RAM to take what other accounts share by Lake Formation.</summary>
/// <param name="connection">The account that is invited.</param>
public sealed class ShareService(LakeConnection connection)
{
    private const string Pending = "PENDING";

    /// <summary>Walks the invitations that the account has received, page by page.</summary>
    /// <param name="status">Pending, Accepted, Rejected or Expired; null for all.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The invitations; pending ones with what they are to.</returns>
    /// <exception cref="LakeException">An error of the service.</exception>
    public async IAsyncEnumerable<LakeShareInvitation> ListAsync(string? status,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pages = connection.Clients.Ram.Paginators.GetResourceShareInvitations(new GetResourceShareInvitationsRequest()).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var invitation in page.ResourceShareInvitations ?? [])
                if (status is null || string.Equals(invitation.Status?.Value, status, StringComparison.OrdinalIgnoreCase))
                    yield return await ToInvitationAsync(invitation, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes what an invitation is to.</summary>
    /// <param name="arn">The invitation's ARN.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The invitation as it is now; one that was accepted before is returned as it is.</returns>
    /// <exception cref="LakeException"><c>ShareInvitationNotFound</c>, <c>ShareInvitationClosed</c>, and what the service refuses.
    /// </exception>
    public Task<LakeShareInvitation> AcceptAsync(string arn, CancellationToken cancellationToken) =>
        AnswerAsync(arn, "ACCEPTED", async () => (await connection.Clients.Ram.AcceptResourceShareInvitationAsync(
            new AcceptResourceShareInvitationRequest { ResourceShareInvitationArn = arn }, cancellationToken).ConfigureAwait(false))
            .ResourceShareInvitation, cancellationToken);

    /// <summary>Turns an invitation down.</summary>
    /// <param name="arn">The invitation's ARN.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The invitation as it is now; one that was rejected before is returned as it is.</returns>
    /// <exception cref="LakeException"><c>ShareInvitationNotFound</c>, <c>ShareInvitationClosed</c>, and what the service refuses.
    /// </exception>
    public Task<LakeShareInvitation> RejectAsync(string arn, CancellationToken cancellationToken) =>
        AnswerAsync(arn, "REJECTED", async () => (await connection.Clients.Ram.RejectResourceShareInvitationAsync(
            new RejectResourceShareInvitationRequest { ResourceShareInvitationArn = arn }, cancellationToken).ConfigureAwait(false))
            .ResourceShareInvitation, cancellationToken);

    // An answer that already exists is no error: the call may have been tried again, or the command.
    private async Task<LakeShareInvitation> AnswerAsync(string arn, string wanted, Func<Task<ResourceShareInvitation>> answer,
        CancellationToken cancellationToken)
    {
        try
        {
            return await ToInvitationAsync(await answer().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonRAMException error)
            when (error is ResourceShareInvitationAlreadyAcceptedException or ResourceShareInvitationAlreadyRejectedException
            or ResourceShareInvitationExpiredException)
        {
            var found = await FindAsync(arn, cancellationToken).ConfigureAwait(false);
            if (found?.Status?.Value == wanted) return await ToInvitationAsync(found, cancellationToken).ConfigureAwait(false);
            throw Fault.ShareInvitationClosed(arn, (found?.Status?.Value ?? "no longer available").ToLowerInvariant(), inner: error);
        }
        catch (AmazonRAMException error) when (error is ResourceShareInvitationArnNotFoundException or MalformedArnException)
        {
            throw Fault.ShareInvitationNotFound(arn, inner: error);
        }
    }

    private async Task<ResourceShareInvitation?> FindAsync(string arn, CancellationToken cancellationToken)
    {
        var request = new GetResourceShareInvitationsRequest { ResourceShareInvitationArns = [arn] };
        var answer = await connection.Clients.Ram.GetResourceShareInvitationsAsync(request, cancellationToken).ConfigureAwait(false);
        return answer.ResourceShareInvitations?.FirstOrDefault();
    }

    private async Task<LakeShareInvitation> ToInvitationAsync(ResourceShareInvitation invitation, CancellationToken cancellationToken)
    {
        var status = invitation.Status?.Value ?? "";
        var resources = status == Pending
            ? await ResourcesAsync(invitation.ResourceShareInvitationArn, cancellationToken).ConfigureAwait(false) : [];
        return new LakeShareInvitation
        {
            InvitationArn = invitation.ResourceShareInvitationArn,
            Status = status.Length == 0 ? status : status[0] + status[1..].ToLowerInvariant(),
            SenderAccountId = invitation.SenderAccountId,
            ReceiverAccountId = invitation.ReceiverAccountId,
            ShareName = invitation.ResourceShareName,
            ShareArn = invitation.ResourceShareArn,
            SentOn = invitation.InvitationTimestamp?.ToLocalTime(),
            Resource = new ItemList<string>(resources),
        };
    }

    private async Task<List<string>> ResourcesAsync(string arn, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var request = new ListPendingInvitationResourcesRequest { ResourceShareInvitationArn = arn };
        do
        {
            try
            {
                var page = await connection.Clients.Ram.ListPendingInvitationResourcesAsync(request, cancellationToken)
                    .ConfigureAwait(false);
                found.AddRange((page.Resources ?? []).Select(resource => resource.Arn));
                request.NextToken = PageToken.Next(request.NextToken, page.NextToken);
            }
            catch (AmazonRAMException error) when (error.ErrorCode is "AccessDeniedException" or "UnauthorizedOperation"
                or "ResourceShareInvitationAlreadyRejectedException" or "ResourceShareInvitationExpiredException")
            {
                return found; // without resources: it was answered in the meantime, or the caller cannot see them
            }
        }
        while (!string.IsNullOrEmpty(request.NextToken));
        return found;
    }
}
