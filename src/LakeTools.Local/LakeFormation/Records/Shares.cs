using System.Security.Cryptography;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The shares of an account by its grants, and whether they are accepted.</summary>
/// <remarks>
/// Source: developer guide, updating cross-account data sharing version settings. Version 1 makes a resource share of AWS RAM for each
/// grant on a named resource; later ones one for all grants to a receiver. Grants by LF-Tags need no share before version 3. Within one
/// organization a share is taken at once, as long as both accounts are in it, else the receiver must accept an invitation (viewing shared
/// resources; RAM user guide, accepting and rejecting invitations). Data locations and LF-Tags are no resources of AWS RAM: that their
/// grants need no acceptance is undocumented.
/// </remarks>
/// <param name="session">The owner's part of the store.</param>
/// <param name="owner">The account that shares.</param>
internal sealed class Shares(StoreSession session, LakeContext owner)
{
    private const string Columns = "arn, name, receiver, scope, is_ram, invitation, status, created, updated";
    private const int FirstWithOneShare = 2;
    private const int FirstWithTagsByRam = 3;

    private List<ShareRecord>? _all;

    /// <summary>The account, or the organization, that takes what is granted to a principal.</summary>
    public static string? ReceiverOf(string principal) =>
        LakePrincipal.TryParse(principal, out var known) ? known.Kind == PrincipalKind.Organization ? known.Id : known.AccountId : null;

    /// <summary>The shares that stand, the oldest first: those by which something is still granted.</summary>
    public IReadOnlyList<ShareRecord> All() => [.. Rows().Where(share => GrantsOf(share).Count > 0)];

    /// <summary>The grants that a share is for.</summary>
    public IReadOnlyList<LakeGrant> GrantsOf(ShareRecord share) => [.. new GrantStore(session, owner.AccountId).To(share.Receiver)
        .Where(grant => IsShared(grant.Resource) && (share.Scope.Length == 0 || share.Scope == ScopeOf(grant.Resource)))];

    /// <summary>Sees to it that what a grant to another account gives is shared with that account.</summary>
    /// <param name="grant">The grant, which is not made yet.</param>
    public void Ensure(LakeGrant grant)
    {
        if (ReceiverOf(grant.Principal) is not { } receiver || receiver == owner.AccountId || !IsShared(grant.Resource)) return;
        var version = LakeSettings.CrossAccountVersion(session, owner);
        var isRam = grant.Resource.Kind != ResourceKind.TagExpression || version >= FirstWithTagsByRam;
        var scope = isRam && version >= FirstWithOneShare ? "" : ScopeOf(grant.Resource);
        var now = owner.Clock.Now();
        var known = Rows().Find(share => share.Receiver == receiver && share.Scope == scope);
        if (known is not null && (known.StatusAt(now) == ShareRecord.Pending || IsTaken(known)) && GrantsOf(known).Count > 0)
        {
            session.Execute("UPDATE lf_share SET updated = ?2 WHERE arn = ?1", known.Arn, now);
            return;
        }

        if (known is not null) session.Execute("DELETE FROM lf_share WHERE arn = ?1", known.Arn);
        var needsAnswer = isRam && receiver.Length == 12 && !AreOfOneOrganization(receiver);
        Write(new ShareRecord(
            $"arn:aws:ram:{owner.Region}:{owner.AccountId}:resource-share/{Guid.NewGuid()}",
            $"LakeFormation-V{version}-{RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 10)}",
            receiver,
            scope,
            isRam,
            needsAnswer ? $"arn:aws:ram:{owner.Region}:{owner.AccountId}:resource-share-invitation/{Guid.NewGuid()}" : "",
            needsAnswer ? ShareRecord.Pending : ShareRecord.Accepted,
            now,
            now));
    }

    /// <summary>
    /// Sees to it that what was granted to a receiver is shared with it: also what a version of the lake granted that knew of no shares.
    /// </summary>
    public void EnsureTo(string receiver)
    {
        var left = new GrantStore(session, owner.AccountId).To(receiver)
            .FindAll(grant => IsShared(grant.Resource) && ShareOf(grant) is null);
        if (left.Count == 0) return;
        session.RequireWriting();
        foreach (var grant in left) Ensure(grant);
    }

    /// <summary>Answers an invitation.</summary>
    /// <param name="share">The share that it is to.</param>
    /// <param name="status">ACCEPTED or REJECTED.</param>
    /// <returns>The share with its answer.</returns>
    public ShareRecord Answer(ShareRecord share, string status)
    {
        var answered = share with { Status = status, Updated = owner.Clock.Now() };
        Write(answered);
        return answered;
    }

    /// <summary>Whether what a grant gives has reached its receiver.</summary>
    public bool IsOpen(LakeGrant grant) => !IsShared(grant.Resource) || (ShareOf(grant) is { } share && IsTaken(share));

    /// <summary>Whether the receiver has a share: it accepted it, or needs not to.</summary>
    public bool IsTaken(ShareRecord share) => share.Status == ShareRecord.Accepted && (share.InvitationArn.Length > 0 || !share.IsRam
        || share.Receiver.Length != 12 || AreOfOneOrganization(share.Receiver));

    /// <summary>The share that a grant to another account is given by; null if it needs none, or where there is none.</summary>
    public ShareRecord? ShareOf(LakeGrant grant)
    {
        if (Rows().Count == 0 || !IsShared(grant.Resource) || ReceiverOf(grant.Principal) is not { } receiver) return null;
        var scope = ScopeOf(grant.Resource);
        return Rows().Where(share => share.Receiver == receiver && (share.Scope.Length == 0 || share.Scope == scope))
            .MaxBy(IsTaken);
    }

    /// <summary>The identities of an account for grants: its id, and its membership in the owner's organization.</summary>
    /// <param name="accountId">Twelve digits.</param>
    public IReadOnlyList<string> ReceiversOf(string accountId)
    {
        var own = owner.World.OrganizationsOf(session, owner.AccountId).Select(IdOf).ToHashSet(StringComparer.Ordinal);
        var member = owner.World.OrganizationsOf(session, accountId).Where(arn => own.Contains(IdOf(arn))).ToList();
        return [accountId, .. member, .. member.Select(OrganizationOf).Except(member).Distinct()];
    }

    // arn:aws:organizations::111122223333:ou/o-a1b2c3d4e5/ou-a1b2-c3d4e5f6 is in arn:…:organization/o-a1b2c3d4e5.
    private static string OrganizationOf(string arn) => $"{arn[..arn.LastIndexOf(':')]}:organization/{IdOf(arn)}";

    private static string IdOf(string arn) => arn.Split('/')[1];

    private static bool IsShared(LakeResource resource) => resource.Kind is not (ResourceKind.DataLocation or ResourceKind.Tag
        or ResourceKind.NamedTagExpression);

    private string ScopeOf(LakeResource resource) => GrantStore.KeyOf(resource, owner.AccountId) is var key
        ? $"{resource.Kind}\n{key.Database}\n{key.Table}\n{key.Detail}" : "";

    private bool AreOfOneOrganization(string accountId) => ReceiversOf(accountId).Count > 1;

    private List<ShareRecord> Rows() => _all ??= session.Query($"SELECT {Columns} FROM lf_share ORDER BY created, arn", Read);

    private void Write(ShareRecord share)
    {
        session.Execute($"INSERT OR REPLACE INTO lf_share ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            share.Arn, share.Name, share.Receiver, share.Scope, share.IsRam ? 1 : 0, share.InvitationArn, share.Status, share.Created,
            share.Updated);
        _all = null;
    }

    private static ShareRecord Read(SqliteDataReader row) => new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3),
        row.GetInt64(4) != 0, row.GetString(5), row.GetString(6), row.GetInt64(7), row.GetInt64(8));
}
