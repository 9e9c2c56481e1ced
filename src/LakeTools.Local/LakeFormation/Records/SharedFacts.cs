using LakeTools.Local.Api;
using LakeTools.Local.Store;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>
/// The facts about a principal of one account and the catalog of another. Three sources are joined: the owner's grants to the
/// principal itself; the owner's grants to the principal's account, for its administrators; and the grants of these to the
/// principal, within the account's own permissions. None of it counts before the account has accepted the share.
/// </summary>
/// <remarks>
/// Sources: developer guide, granting Data Catalog permissions (of an account that something is shared with, the administrators alone have
/// it until they pass it on) and granting permissions on a database or table that is shared with your account. An administrator's further
/// grant ends with its source. If the account was given some rows through a data cells filter, a grant on columns
/// inside the account opens nothing (ours: AWS does not document how the two meet).
/// </remarks>
internal sealed class SharedFacts : ILakeFacts
{
    private readonly StoreFacts _owner;
    private readonly StoreFacts _own;
    private readonly GrantStore _ownGrants;
    private readonly StoreSession _ownSession;
    private readonly Shares _shares;
    private readonly AccountFacts _given;
    private readonly AccessDecision _ofAccount;
    private readonly IReadOnlyList<string> _receivers;
    private readonly Dictionary<LakeResource, LakeRights> _rights = [];
    private readonly bool _isAdministrator;

    /// <summary>Facts for the caller of a call that is about another account's catalog.</summary>
    /// <param name="call">The call, in the owner's account.</param>
    /// <param name="owner">The facts for the owner's own decisions.</param>
    public SharedFacts(ApiCall call, StoreFacts owner)
    {
        _owner = owner;
        var account = call.Lake.World.Find(call.Session, call.Caller.AccountId)!;
        _ownSession = call.Session.Of(account.Tables);
        _own = new StoreFacts(_ownSession, account, call.Caller);
        _ownGrants = new GrantStore(_ownSession, account.AccountId);
        _shares = new Shares(call.Session, call.Lake);
        _receivers = _shares.ReceiversOf(account.AccountId);
        _given = new AccountFacts(owner, _receivers, _shares.IsOpen);
        _ofAccount = new AccessDecision(_given, account.AccountId);
        _isAdministrator = _own.IsAdministrator(call.Caller.PrincipalArn, readOnly: false);
    }

    public string AccountId => _owner.AccountId;

    /// <summary>The owner's administrators are principals of the owner.</summary>
    public bool IsAdministrator(string principal, bool readOnly) => false;

    public string? CreatorOf(LakeResource resource) => _owner.CreatorOf(resource);

    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals)
    {
        // The group is of the owner's account, and IAM of that account decides for that account only.
        if (principals.Contains(LakePrincipal.IamAllowedPrincipalsId)) return [];
        var asked = resource.Canonical(_owner.AccountId);
        var direct = _owner.GrantsOn(asked, principals).Where(_shares.IsOpen);
        if (_isAdministrator) return [.. direct, .. _given.GrantsOn(asked, _receivers)];
        return [.. direct, .. _ownGrants.Bearing(asked, principals).SelectMany(grant =>
            GrantWithin.Limit(grant, asked, RightsOn(asked), _owner.ColumnsOf))];
    }

    public bool HasGrantInside(LakeResource database, IReadOnlyCollection<string> principals)
    {
        if (_given.HasInside(database, [.. principals.Where(principal => principal != LakePrincipal.IamAllowedPrincipalsId)])) return true;
        return _given.HasInside(database, _receivers) && (_isAdministrator
            || _ownGrants.AnyInside(database.DatabaseName!, principals, AccountId)
            || PassedOn(TaggedResourceType.Table, principals).Count > 0);
    }

    public bool HasTableOf(LakeResource database, string principal) => _owner.HasTableOf(database, principal);

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals)
    {
        var direct = _owner.TagGrants(type, principals).Where(_shares.IsOpen);
        return [.. direct, .. _isAdministrator ? _given.TagGrants(type, _receivers) : PassedOn(type, principals)];
    }

    public IReadOnlyDictionary<string, string> TagsOf(LakeResource thing, string? column) => _owner.TagsOf(thing, column);

    public IReadOnlyList<string> ColumnsOf(LakeResource table) => _owner.ColumnsOf(table);

    public IReadOnlyList<string> PartitionKeysOf(LakeResource table) => _owner.PartitionKeysOf(table);

    public DataFilterRule? FilterOf(LakeResource filter) => _owner.FilterOf(filter);

    /// <summary>The owner's opt-ins of the principal and of its account, and the account's own.</summary>
    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        [.. _owner.OptInsOn(resource, [.. principals, .. _receivers]), .. _own.OptInsOn(resource.Canonical(AccountId), principals)];

    public PrincipalTags TagsOfPrincipal(string principal) => _own.TagsOfPrincipal(principal);

    // An expression of LF-Tags is passed on as a whole, so what the account holds by it, or by one that matches more, is the most.
    private List<LakeGrant> PassedOn(TaggedResourceType type, IReadOnlyCollection<string> principals)
    {
        var given = _given.TagGrants(type, _receivers);
        var found = new List<LakeGrant>();
        foreach (var grant in _ownGrants.OfKind(ResourceKind.TagExpression, principals, AccountId))
        {
            if (grant.Resource.ResourceType != type || grant.Resource.TagExpression is not { } expression) continue;
            var (most, option) = (PermissionSet.None, PermissionSet.None);
            foreach (var other in given.Where(other => other.Resource.TagExpression!.Covers(expression)))
            {
                most |= PermissionRules.Implied(other.Permissions, other.Resource);
                option |= PermissionRules.Implied(other.Grantable, other.Resource);
            }

            var held = PermissionRules.Implied(grant.Permissions, grant.Resource) & most;
            if (held != PermissionSet.None) found.Add(grant with { Permissions = held, Grantable = grant.Grantable & option & held });
        }

        return found;
    }

    private LakeRights RightsOn(LakeResource resource)
    {
        if (!_rights.TryGetValue(resource, out var rights)) _rights.Add(resource, rights = _ofAccount.On(resource));
        return rights;
    }
}
