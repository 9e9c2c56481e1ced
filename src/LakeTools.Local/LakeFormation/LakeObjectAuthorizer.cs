using LakeTools.Local.Context;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Operations;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.LakeFormation;

/// <summary>
/// Guards objects. A session's own policy takes from it whatever it does not allow. Vended credentials open what they were given for, by
/// the role that the location is registered with. Another account's bucket opens to those whom its policy names. In a location that the
/// bucket's owner or the caller's own account has registered (not in hybrid mode) everybody else needs to be an administrator of that
/// account, or a role or user whose recorded policy allows the action there: the least-privilege set-up that Lake Formation's documentation
/// asks for. Outside of registered locations IAM is taken to allow everything.
/// </summary>
/// <param name="world">The accounts of the lake.</param>
internal sealed class LakeObjectAuthorizer(ILakeWorld world) : IObjectAuthorizer
{
    private const string PolicySetting = "policy";

    public bool IsAllowed(StoreSession session, Caller caller, ObjectAction action, string bucket, string key)
    {
        if (caller.SessionPolicy is { } policy && !S3Policy.Allows(policy, action, bucket, key)) return false;
        if (caller.Scope is { } scope)
        {
            return scope.Covers(action, bucket, key)
                && IsOpenToRole(session, scope.Account ?? caller.AccountId, action, bucket, key);
        }

        if (!IsOpenAcross(session, caller.AccountId, [caller.PrincipalArn, caller.SessionArn], action, bucket, key)) return false;
        return Guarding(session, caller, bucket).All(account =>
            Locations.Covering(session.Of(account.Tables), Place(bucket, key)) is not { IsHybrid: false }
            || IsAdministrator(session, account, caller)
            || HasPolicy(session, caller, action, bucket, key));
    }

    // S3 itself lists what it lists; that a list leaves out what the caller may not list by its own prefix is ours, as the guard is.
    // A location that holds the prefix is open: the prefix was looked at, and a policy may open a part of the location.
    public ClosedKeys ClosedTo(StoreSession session, Caller caller, ObjectAction action, string bucket, string prefix)
    {
        if (caller.Scope is not null) return ClosedKeys.None; // its prefix was looked at
        var locations = Guarding(session, caller, bucket)
            .SelectMany(account => Locations.In(session.Of(account.Tables), bucket))
            .DistinctBy(location => location.Arn)
            .ToDictionary(
                location => location.Arn.Split('/', 2) is [_, var key] ? key : "",
                location => location.Arn.Contains('/', StringComparison.Ordinal) ? "/" : "",
                StringComparer.Ordinal);
        return locations.Count == 0 ? ClosedKeys.None : new ClosedKeys(locations.ToDictionary(
            location => location.Key,
            location => IsBelow(location.Key + location.Value)
                && !IsAllowed(session, caller, action, bucket, location.Key + location.Value),
            StringComparer.Ordinal));

        bool IsBelow(string place) => place.Length > prefix.Length && place.StartsWith(prefix, StringComparison.Ordinal);
    }

    private static string Place(string bucket, string key) => key.Length == 0 ? $"s3://{bucket}" : $"s3://{bucket}/{key}";

    // The accounts whose registered locations count for a caller: another account's registration takes nothing from the bucket's owner.
    private IEnumerable<LakeContext> Guarding(StoreSession session, Caller caller, string bucket)
    {
        var owner = OwnerOf(session, bucket);
        return world.All(session).Where(account => account.AccountId == caller.AccountId || account.AccountId == owner);
    }

    // Lake Formation reaches objects with the role of the registration (developer guide, registration-role): in another account's bucket
    // the bucket's policy must name it (register-cross-account).
    private bool IsOpenToRole(StoreSession session, string account, ObjectAction action, string bucket, string key)
    {
        var role = world.Find(session, account) is { } lake
            ? Locations.Covering(session.Of(lake.Tables), Place(bucket, key))?.RoleArn : null;
        return IsOpenAcross(session, account, role is null ? [] : [role], action, bucket, key);
    }

    // Between accounts S3 asks the bucket's owner too, and not the caller's IAM alone (S3 user guide, cross-account access).
    private bool IsOpenAcross(StoreSession session, string account, IEnumerable<string> principals, ObjectAction action, string bucket,
        string key) =>
        OwnerOf(session, bucket) is not { } owner
        || owner == account
        || (S3Settings.Find(session, bucket, PolicySetting) is { } policy
            && S3Policy.Allows(policy, action, bucket, key, [.. principals, account])
            && !(PublicAccess.Blocks(session, bucket, "RestrictPublicBuckets") && PublicPolicy.IsPublic(policy)));

    private string? OwnerOf(StoreSession session, string bucket) =>
        Buckets.Find(session, bucket) is { } found ? world.OwnerOf(session, found) : null;

    private static bool IsAdministrator(StoreSession session, LakeContext account, Caller caller) => account.AccountId == caller.AccountId
        && new StoreFacts(session.Of(account.Tables), account).IsAdministrator(caller.PrincipalArn, readOnly: false);

    private bool HasPolicy(StoreSession session, Caller caller, ObjectAction action, string bucket, string key) =>
        PrincipalArn.TryParse(caller.PrincipalArn) is { } principal
        && world.Find(session, caller.AccountId) is { } own
        && PolicyRecords.Allow(session.Of(own.Tables), principal, S3Policy.Question(action, bucket, key));
}
