using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>Invitations over time, and what lakes of former versions have granted to other accounts.</summary>
public sealed class ShareTests : IDisposable
{
    private const string Other = "222222222222";

    private readonly FakeClock _clock = new();
    private readonly TestLake _lake;

    public ShareTests()
    {
        _lake = new TestLake(_clock);
        Call(TestLake.Account, "glue", "CreateDatabase", new { DatabaseInput = new { Name = "sales" } });
    }

    /// <summary>Source: RAM user guide, accepting and rejecting resource share invitations: twelve hours for resources such as Glue's.
    /// </summary>
    [Fact]
    public void An_invitation_expires_after_twelve_hours_and_the_next_grant_makes_another()
    {
        Grant();
        var first = Invitation();
        _clock.Now += TimeSpan.FromHours(12);
        Assert.Equal("PENDING", Invitation().Status);
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("EXPIRED", Invitation().Status);
        Assert.Equal("ResourceShareInvitationExpiredException", Assert.Throws<ApiException>(() => Accept(first.Arn)).Code);
        Grant();
        var second = Invitation();
        Assert.NotEqual(first.Arn, second.Arn);
        Accept(second.Arn);
        _clock.Now += TimeSpan.FromDays(30);
        Assert.Equal("sales", Get());
    }

    /// <summary>A lake of a former version has grants to other accounts, and no shares.</summary>
    [Fact]
    public void What_was_granted_before_there_were_shares_is_shared_once_it_is_asked_for()
    {
        var grant = new LakeGrant(Other, LakeResource.Database("sales", TestLake.Account), PermissionSet.Describe, PermissionSet.Describe);
        _lake.Lake.Instance.Store.Write(session => new GrantStore(session, TestLake.Account).Add(grant, 0, "test"));
        Assert.Equal("AccessDeniedException", Assert.Throws<ApiException>(Get).Code);
        Accept(Invitation().Arn);
        Assert.Equal("sales", Get());
    }

    /// <summary>The catalog of the request is that of a resource that names none: the caller's own database of that name is not meant.
    /// </summary>
    [Fact]
    public void A_request_that_names_another_accounts_catalog_changes_nothing_in_the_own()
    {
        Call(Other, "glue", "CreateDatabase", new { DatabaseInput = new { Name = "sales" } });
        var before = Permissions(Other, new { Database = new { Name = "sales" } });
        var given = new
        {
            CatalogId = TestLake.Account,
            Principal = new { DataLakePrincipalIdentifier = $"arn:aws:iam::{Other}:role/Reader" },
            Resource = new { Database = new { Name = "sales" } },
            Permissions = new[] { "DESCRIBE" },
        };
        Assert.Equal("AccessDeniedException", Refused("GrantPermissions"));
        Assert.Equal("InvalidInputException", Refused("RevokePermissions")); // of what an administrator holds of a share, nothing
        Grant();
        Accept(Invitation().Arn);
        Call(Other, "lakeformation", "GrantPermissions", given);
        var database = new { Database = new { Name = "sales" } };
        Assert.Contains("role/Reader", Permissions(Other, database, TestLake.Account), StringComparison.Ordinal);
        Assert.Equal(before, Permissions(Other, database));
        Call(Other, "lakeformation", "RevokePermissions", given);
        Assert.DoesNotContain("role/Reader", Permissions(Other, database, TestLake.Account), StringComparison.Ordinal);

        string Refused(string operation) => Assert.Throws<ApiException>(() => Call(Other, "lakeformation", operation, given)).Code;
    }

    public void Dispose() => _lake.Dispose();

    private JsonObject Call(string accountId, string service, string operation, object? input = null)
    {
        var account = _lake.Lake.Instance.World.Of(accountId);
        var caller = new Caller($"arn:aws:iam::{accountId}:role/LakeAdmin", $"arn:aws:iam::{accountId}:role/LakeAdmin", accountId);
        var members = input is null ? [] : JsonSerializer.SerializeToNode(input)!.AsObject();
        return account.Store.Write(session => account.Services[service].Operations[operation].Body(
            new ApiCall(operation, members, caller, session, account.Context))) ?? [];
    }

    private string Permissions(string accountId, object? resource, string? catalog = null) =>
        Call(accountId, "lakeformation", "ListPermissions", new { CatalogId = catalog ?? accountId, Resource = resource })
            ["PrincipalResourcePermissions"]!.ToJsonString();

    private void Grant() => Call(TestLake.Account, "lakeformation", "GrantPermissions", new
    {
        Principal = new { DataLakePrincipalIdentifier = Other },
        Resource = new { Database = new { Name = "sales" } },
        Permissions = new[] { "DESCRIBE" },
        PermissionsWithGrantOption = new[] { "DESCRIBE" },
    });

    private (string Arn, string Status) Invitation()
    {
        var listed = Call(Other, "ram", "GetResourceShareInvitations")["resourceShareInvitations"]!.AsArray();
        var only = Assert.Single(listed)!.AsObject();
        return ((string)only["resourceShareInvitationArn"]!, (string)only["status"]!);
    }

    private void Accept(string arn) => Call(Other, "ram", "AcceptResourceShareInvitation", new { resourceShareInvitationArn = arn });

    private string Get() =>
        (string)Call(Other, "glue", "GetDatabase", new { CatalogId = TestLake.Account, Name = "sales" })["Database"]!["Name"]!;
}
