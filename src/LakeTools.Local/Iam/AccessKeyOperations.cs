using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Iam;

/// <summary>
/// CreateAccessKey, ListAccessKeys, UpdateAccessKey, DeleteAccessKey: the keys by which recorded users sign requests to the lake. Those
/// that the lake itself made for a user are among them.
/// </summary>
internal static class AccessKeyOperations
{
    private const string Active = "Active";
    private const string Inactive = "Inactive";
    private const int MaxKeys = 2;

    public static JsonObject Create(ApiCall call)
    {
        var user = UserOperations.Of(call);
        var arn = user.Arn(call.Lake.AccountId);
        if (call.Lake.Identity.KeysOf(call.Session, arn).Count >= MaxKeys)
            throw IamAnswers.Limit($"Cannot exceed quota for AccessKeysPerUser: {MaxKeys}");
        var key = call.Lake.Identity.CreateKey(call.Session, arn);
        var made = call.Lake.Identity.Find(call.Session, key.AccessKeyId)!;
        var shown = Shown(user, made);
        shown["SecretAccessKey"] = key.SecretAccessKey;
        return new JsonObject { ["AccessKey"] = shown };
    }

    public static JsonObject List(ApiCall call)
    {
        var user = UserOperations.Of(call);
        return IamAnswers.Page<AccessKey>(
            call,
            "AccessKeyMetadata",
            (after, limit) => [.. call.Lake.Identity.KeysOf(call.Session, user.Arn(call.Lake.AccountId))
                .Where(key => string.CompareOrdinal(key.Id, after) > 0).Take(limit)],
            key => key.Id,
            key => Shown(user, key));
    }

    public static JsonObject? Update(ApiCall call)
    {
        var status = IamAnswers.Text(call, "Status")!;
        if (status is not (Active or Inactive))
            throw new ApiException("InvalidInput", $"The status of an access key can be set to {Active} or {Inactive}.");
        call.Lake.Identity.SetActive(call.Session, Require(call).Id, status == Active);
        return null;
    }

    public static JsonObject? Delete(ApiCall call)
    {
        call.Lake.Identity.Remove(call.Session, Require(call).Id);
        return null;
    }

    private static AccessKey Require(ApiCall call)
    {
        var id = IamAnswers.Text(call, "AccessKeyId")!;
        return call.Lake.Identity.KeysOf(call.Session, UserOperations.Of(call).Arn(call.Lake.AccountId)).Find(key => key.Id == id)
            ?? throw IamAnswers.NotFound($"Access Key with id {id}");
    }

    private static JsonObject Shown(User user, AccessKey key) => new JsonObject
    {
        ["UserName"] = user.Name,
        ["AccessKeyId"] = key.Id,
        ["Status"] = key.IsActive ? Active : Inactive,
    }.With("CreateDate", key.Created is { } created ? WireTime.Iso(created) : null);
}
