using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Ram;

/// <summary>
/// AWS RAM (rest-json, version 2018-01-04): the shares that Lake Formation makes of grants to other accounts, and the invitations to them.
/// A share is kept by its owner; who receives it answers it there. IAM allows every call.
/// </summary>
internal sealed class RamApi : JsonApi
{
    private const int DefaultPage = 100;

    public RamApi()
    {
        Read("GetResourceShareInvitations", GetInvitations);
        Write("AcceptResourceShareInvitation", call => Answer(call, ShareRecord.Accepted));
        Write("RejectResourceShareInvitation", call => Answer(call, ShareRecord.Rejected));
        Read("ListPendingInvitationResources", ListPending);
        Read("GetResourceShares", GetShares);
        Read("ListResources", ListResources);
    }

    public override string Service => "ram";

    public override StorePart Part { get; } = new("ram");

    private static JsonObject GetInvitations(ApiCall call)
    {
        var (arns, shares) = (Arns(call, "resourceShareInvitationArns"), Arns(call, "resourceShareArns"));
        var all = ReceivedShares.Of(call).Where(received => received.Share.InvitationArn.Length > 0).ToList();
        if (arns?.Find(arn => !all.Exists(received => received.Share.InvitationArn == arn)) is { } unknown) throw NoInvitation(unknown);
        if (shares?.Find(arn => !all.Exists(received => received.Share.Arn == arn)) is { } missing) throw NoShare(missing);
        var asked = all.Where(received =>
            arns?.Contains(received.Share.InvitationArn) != false && shares?.Contains(received.Share.Arn) != false);
        return Page(call, "resourceShareInvitations", asked, received => received.Invitation());
    }

    private static JsonObject Answer(ApiCall call, string status)
    {
        var received = Invitation(call);
        return received.Status switch
        {
            ShareRecord.Accepted => throw new ApiException("ResourceShareInvitationAlreadyAcceptedException",
                $"Invitation {received.Share.InvitationArn} has already been accepted."),
            ShareRecord.Rejected => throw Rejected(received),
            ShareRecord.Expired => throw Expired(received),
            _ => new JsonObject { ["resourceShareInvitation"] = received.Answered(status).Invitation() }
                .With("clientToken", call.Input.Text("clientToken")),
        };
    }

    private static JsonObject ListPending(ApiCall call)
    {
        var received = Invitation(call);
        if (received.Status == ShareRecord.Rejected) throw Rejected(received);
        if (received.Status == ShareRecord.Expired) throw Expired(received);
        var isPending = received.Status == ShareRecord.Pending && call.Input.Text("resourceRegionScope") != "GLOBAL";
        return Page(call, "resources", isPending ? received.Resources() : [], item => item);
    }

    private static JsonObject GetShares(ApiCall call)
    {
        foreach (var member in (string[])["permissionArn", "permissionVersion"])
            if (call.Input[member] is not null)
                throw new ApiException("InvalidParameterException", $"The embedded lake does not list shares by {member}.");
        var (arns, name) = (Arns(call, "resourceShareArns"), call.Input.Text("name"));
        var all = Asked(call).ToList();
        if (arns?.Find(arn => !all.Exists(received => received.Share.Arn == arn)) is { } missing) throw NoShare(missing);
        // Shares of Lake Formation have no tags here, and they are ACTIVE from the start.
        var isNone = call.Input.Items("tagFilters").Any() || call.Input.Text("resourceShareStatus") is not (null or "ACTIVE");
        return Page(call, "resourceShares", all.Where(received => !isNone && arns?.Contains(received.Share.Arn) != false
            && (name is null || received.Share.Name == name)), received => received.ResourceShare());
    }

    private static JsonObject ListResources(ApiCall call)
    {
        var (arns, shares) = (Arns(call, "resourceArns"), Arns(call, "resourceShareArns"));
        var (type, principal) = (call.Input.Text("resourceType"), call.Input.Text("principal"));
        if (type is not null && !SharedResources.Types.Contains(type, StringComparer.OrdinalIgnoreCase))
            throw new ApiException("InvalidResourceTypeException", $"The embedded lake shares no resources of type {type}.");
        var all = Asked(call).ToList();
        if (shares?.Find(arn => !all.Exists(received => received.Share.Arn == arn)) is { } missing) throw NoShare(missing);
        var found = all.Where(received => shares?.Contains(received.Share.Arn) != false
                && (principal is null || received.Share.Receiver == principal || received.Owner.Lake.AccountId == principal))
            .SelectMany(received => received.Resources())
            .Where(item => arns?.Contains(item.Required("arn")) != false
                && (type is null || item.Required("type").Equals(type, StringComparison.OrdinalIgnoreCase))
                && call.Input.Text("resourceRegionScope") != "GLOBAL");
        return Page(call, "resources", found, item => item);
    }

    // The shares that the account has accepted from others, or gives to others.
    private static IEnumerable<ReceivedShare> Asked(ApiCall call) => call.Input.Required("resourceOwner") == "SELF"
        ? ReceivedShares.GivenBy(call).Where(given => given.Share.IsRam)
        : ReceivedShares.Of(call).Where(received => received.Share.IsRam && received.IsTaken);

    private static ReceivedShare Invitation(ApiCall call)
    {
        var arn = Checked(call.Input.Required("resourceShareInvitationArn"));
        return ReceivedShares.Of(call).FirstOrDefault(received => received.Share.InvitationArn == arn) ?? throw NoInvitation(arn);
    }

    private static JsonObject Page<T>(ApiCall call, string member, IEnumerable<T> items, Func<T, JsonObject> show)
    {
        var page = new Page(call.Input, PageForm.Ram, call.Operation, DefaultPage);
        var start = page.AfterNumber(0);
        var rows = items.Select((item, index) => (item, Number: index + 1L)).Where(row => row.Number > start).Take(page.Size + 1).ToList();
        var (shown, next) = page.Cut(rows, row => row.Number);
        return new JsonObject { [member] = shown.Select(row => show(row.item)).ToJsonArray() }.With("nextToken", next);
    }

    private static List<string>? Arns(ApiCall call, string member) =>
        call.Input.Texts(member) is { Count: > 0 } arns ? arns.ConvertAll(Checked) : null;

    private static string Checked(string arn) => arn.Split(':', 6) is ["arn", { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }]
        ? arn : throw new ApiException("MalformedArnException", $"The specified resource ARN {arn} is not valid.");

    private static ApiException NoInvitation(string arn) => new("ResourceShareInvitationArnNotFoundException",
        $"ResourceShareInvitation {arn} could not be found.");

    private static ApiException NoShare(string arn) => new("UnknownResourceException", $"ResourceShare {arn} could not be found.");

    private static ApiException Rejected(ReceivedShare received) => new("ResourceShareInvitationAlreadyRejectedException",
        $"Invitation {received.Share.InvitationArn} has already been rejected.");

    private static ApiException Expired(ReceivedShare received) => new("ResourceShareInvitationExpiredException",
        $"Invitation {received.Share.InvitationArn} has expired.");
}
