using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Permissions;

/// <summary>Grants and revokes in bulk on the embedded lake, through a network that throttles and loses requests and answers.</summary>
public sealed class PermissionWriterServiceTests : IDisposable
{
    private static readonly RetryPause s_noPause = new((_, _) => Task.CompletedTask, () => 0);

    private static readonly Gen<LakeGrant> s_grant =
        from grant in LakeArbitrary.Grant
        where grant.Resource.Kind is ResourceKind.Database or ResourceKind.Table or ResourceKind.AllTables or ResourceKind.Columns
        where grant.Grantable == PermissionSet.None || grant.Resource.ExcludedColumnNames.Count == 0
        select grant;

    private static readonly Arbitrary<(LakeGrant[] Grants, int Seed)> s_case = (
        from size in Gen.Choose(0, 60)
        from grants in Gen.ArrayOf(s_grant, size)
        from seed in Gen.Choose(0, int.MaxValue)
        select (grants, seed)).ToArbitrary();

    private static readonly GlueColumn[] s_columns = [new("a", "int"), new("b", "int"), new("c", "int")];

    private readonly TestLake _lake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task Neither_order_nor_a_bad_network_changes_what_is_granted_in_the_end()
    {
        await MakeTablesAsync();
        Prop.ForAll(s_case, item =>
        {
            var together = new PartialSelects();
            LakeGrant[] grants = [.. item.Grants.Where(grant =>
                together.Add(grant with { Resource = grant.Resource.Canonical(TestLake.Account) }) is null)];
            new Random(item.Seed).Shuffle(grants);
            WriteAsync(grants, isRevoke: false, item.Seed).GetAwaiter().GetResult();
            var expected = CanonicalGrants.FromListed(grants, TestLake.Account).Select(grant => Text(PermissionMapping.ToPermission(grant)))
                .Order().ToList();
            Assert.Equal(expected, HeldAsync().GetAwaiter().GetResult());
            new Random(item.Seed + 1).Shuffle(grants);
            WriteAsync(grants, isRevoke: true, item.Seed).GetAwaiter().GetResult();
            Assert.Empty(HeldAsync().GetAwaiter().GetResult());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
    }

    [Fact]
    public async Task A_revoke_whose_answer_was_lost_is_done_and_one_of_nothing_says_so()
    {
        await MakeTablesAsync();
        var grant = new LakeGrant($"arn:aws:iam::{TestLake.Account}:role/p", LakeResource.Table("d1", "t1"), PermissionSet.Select);
        await WriteAsync([grant], isRevoke: false, seed: null);
        var lost = await WriteAsync([grant], isRevoke: true, seed: null, loses: 1);
        Assert.False(Assert.Single(lost).NothingToDo);
        var nothing = await WriteAsync([grant], isRevoke: true, seed: null);
        Assert.True(Assert.Single(nothing).NothingToDo);
    }

    [Fact]
    public async Task A_failed_entry_is_its_own_error_and_the_others_are_done()
    {
        await MakeTablesAsync();
        var principal = $"arn:aws:iam::{TestLake.Account}:role/p";
        using var writer = new PermissionWriterService(_lake.Connect(), isRevoke: false, null, s_noPause);
        foreach (var table in (string[])["t1", "gone", "t2"])
            writer.Add(new LakeGrant(principal, LakeResource.Table("d1", table), PermissionSet.Select));
        await writer.CompleteAsync(Token);
        var failed = Assert.Single(writer.Take(), outcome => outcome.Error is not null);
        Assert.Equal("TableNotFound", failed.Error!.Id);
        Assert.Equal("gone", failed.Permission.TableName);
        Assert.Same(failed.Permission, failed.Error.Target);
        Assert.Equal(2, (await HeldAsync()).Count);
    }

    private static string Text(LakePermission permission) => $"{permission} ({string.Join(", ", permission.GrantablePermission)})";

    private async Task MakeTablesAsync()
    {
        var connection = _lake.Connect();
        foreach (var database in (string[])["d1", "d2"])
        {
            await new DatabaseService(connection).CreateAsync(new NewDatabaseOptions { Name = database }, Token);
            foreach (var table in (string[])["t1", "t2"])
            {
                await new TableService(connection).CreateAsync(
                    new NewTableOptions { DatabaseName = database, Name = table, Column = s_columns }, Token);
            }
        }
    }

    private async Task<List<PermissionOutcome>> WriteAsync(LakeGrant[] grants, bool isRevoke, int? seed, int loses = 0)
    {
        var connection = _lake.Connect(before: handler => new FaultyHandler(handler, seed, loses));
        using var writer = new PermissionWriterService(connection, isRevoke, null, s_noPause);
        foreach (var grant in grants)
        {
            if (writer.IsFull) await writer.RoomAsync(Token);
            writer.Add(grant);
        }

        await writer.CompleteAsync(Token);
        var outcomes = writer.Take().ToList();
        Assert.Equal(grants.Length, outcomes.Count);

        // Columns cannot be revoked out of a grant on the whole table, which may come before it or after it.
        Assert.All(outcomes, outcome => Assert.True(outcome.Error is null || (isRevoke && outcome.Error.Id == "PermissionNotModifiable")));
        return outcomes;
    }

    private async Task<List<string>> HeldAsync()
    {
        var held = new List<string>();
        await foreach (var permission in new PermissionService(_lake.Connect()).ListAsync(new PermissionFilter(), Token))
            if (permission.Principal.EndsWith("/p", StringComparison.Ordinal)
                || permission.Principal.EndsWith("/q", StringComparison.Ordinal)) held.Add(Text(permission));
        held.Sort(StringComparer.CurrentCulture);
        return held;
    }
}
