using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>Granting and revoking, one by one and in batches.</summary>
public sealed class GrantTests : GuardedLake
{
    private static readonly LakeResource s_day = LakeResource.Columns("sales", "orders", ["day"]);

    [Fact]
    public async Task What_is_granted_twice_is_revoked_once()
    {
        var grant = new LakeGrant(Guest, Orders, PermissionSet.Select | PermissionSet.Describe);
        await Administrator.GrantAsync(grant, Ct);
        await Administrator.GrantAsync(grant, Ct);
        await Administrator.RevokeAsync(grant, Ct);
        Assert.Empty(await Administrator.ListAsync(100, Ct));
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.RevokeAsync(grant, Ct)));
    }

    [Fact]
    public async Task A_column_cannot_be_revoked_from_a_grant_on_the_table()
    {
        await GrantAsync(Orders, PermissionSet.Select);
        Assert.Equal(
            "InvalidInputException",
            await ErrorOf(() => Administrator.RevokeAsync(new LakeGrant(Guest, s_day, PermissionSet.Select), Ct)));
        Assert.Equal("id day amount", await ColumnsOf(Visitor));
    }

    public static TheoryData<string, LakeResource, string[], string[], string> Refused => new()
    {
        { Guest, Database, ["SELECT"], [], "InvalidInputException" },
        { Guest, Orders, ["WRITE"], [], "InvalidInputException" },
        { Guest, Orders, [], [], "InvalidInputException" },
        { Guest, Orders, ["SELECT"], ["DROP"], "InvalidInputException" },
        { "analyst", Orders, ["SELECT"], [], "InvalidInputException" },
        { Guest, LakeResource.Columns("sales", "orders", ["nosuch"]), ["SELECT"], [], "InvalidInputException" },
        { Guest, LakeResource.Columns("sales", "orders", [], ["day"]), ["SELECT"], ["SELECT"], "InvalidInputException" },
        { Guest, LakeResource.Table("sales", "nosuch"), ["SELECT"], [], "EntityNotFoundException" },
        { Guest, LakeResource.Database("nosuch"), ["DESCRIBE"], [], "EntityNotFoundException" },
        { Guest, LakeResource.AllTables("nosuch"), ["DESCRIBE"], [], "EntityNotFoundException" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task What_cannot_be_granted_is_refused_and_leaves_nothing(
        string principal, LakeResource resource, string[] permissions, string[] grantable, string expected)
    {
        var request = new GrantPermissionsRequest
        {
            Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
            Resource = LakeClients.ToWire(resource),
            Permissions = [.. permissions],
            PermissionsWithGrantOption = [.. grantable],
        };
        Assert.Equal(expected, await ErrorOf(() => Administrator.LakeFormation.GrantPermissionsAsync(request, Ct)));
        Assert.Empty(await Administrator.ListAsync(100, Ct));
    }

    [Fact]
    public async Task Only_who_holds_the_grant_option_grants()
    {
        const string other = $"arn:aws:iam::{TestLake.Account}:role/Other";
        await GrantAsync(Orders, PermissionSet.Select | PermissionSet.Insert, PermissionSet.Select);
        await Visitor.GrantAsync(new LakeGrant(other, s_day, PermissionSet.Select), Ct);
        foreach (var (resource, permission) in new[]
        {
            (Orders, PermissionSet.Insert), (Database, PermissionSet.Describe),
                (LakeResource.Table("sales", "nosuch"), PermissionSet.Select),
        })
            Assert.Equal("AccessDeniedException", await ErrorOf(() => Visitor.GrantAsync(new LakeGrant(other, resource, permission), Ct)));
    }

    [Fact]
    public async Task A_batch_fails_entry_by_entry()
    {
        var request = new BatchGrantPermissionsRequest
        {
            Entries = [Entry("1", Orders), Entry("2", LakeResource.Table("sales", "nosuch")), Entry("3", s_day), Entry("4", Database)],
        };
        var failures = (await Administrator.LakeFormation.BatchGrantPermissionsAsync(request, Ct)).Failures;
        Assert.Equal(
            [("2", "EntityNotFoundException"), ("4", "InvalidInputException")],
            failures.Select(failure => (failure.RequestEntry.Id, failure.Error.ErrorCode)));
        Assert.Equal("id day amount", await ColumnsOf(Visitor));

        var revoke = new BatchRevokePermissionsRequest { Entries = [Entry("1", Orders), Entry("2", Orders)] };
        var left = (await Administrator.LakeFormation.BatchRevokePermissionsAsync(revoke, Ct)).Failures;
        Assert.Equal("2", Assert.Single(left).RequestEntry.Id);
    }

    [Fact]
    public async Task Twenty_entries_are_a_batch_and_twenty_one_are_none()
    {
        var request = new BatchGrantPermissionsRequest
        {
            Entries = [.. Enumerable.Range(1, 21)
                .Select(number => Entry($"{number}", Orders, $"arn:aws:iam::{TestLake.Account}:role/r{number}"))],
        };
        Assert.Equal("InvalidInputException", await ErrorOf(() => Administrator.LakeFormation.BatchGrantPermissionsAsync(request, Ct)));
        Assert.Empty(await Administrator.ListAsync(100, Ct));

        request.Entries.RemoveAt(0);
        await Administrator.LakeFormation.BatchGrantPermissionsAsync(request, Ct);
        Assert.Equal(20, (await Administrator.ListAsync(100, Ct)).Count);
    }

    private static BatchPermissionsRequestEntry Entry(string id, LakeResource resource, string principal = Guest) => new()
    {
        Id = id,
        Principal = new DataLakePrincipal { DataLakePrincipalIdentifier = principal },
        Resource = LakeClients.ToWire(resource),
        Permissions = ["SELECT"],
    };
}
