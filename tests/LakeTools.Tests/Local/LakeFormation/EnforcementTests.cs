using Amazon.Glue.Model;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Permissions;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>The lake does what the decision says: both are asked about the same random lakes, and keep their grants apart.</summary>
public sealed class EnforcementTests
{
    private const int Lakes = 60;

    private static readonly string[] s_databases = ["d1", "d2"];
    private static readonly string[] s_tables = ["t1", "t2"];
    private static readonly string[] s_columns = ["a", "b", "c"];

    // What is granted, and which of it is revoked again. Excluded columns take no grant option.
    private static readonly Gen<(LakeGrant Grant, bool IsRevoked)[]> s_histories =
        from size in Gen.Choose(0, 8)
        from history in Gen.ArrayOf(
            from grant in LakeArbitrary.Grant
            where grant.Resource.Kind is ResourceKind.Database or ResourceKind.Table or ResourceKind.AllTables or ResourceKind.Columns
            from revoked in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
            select (grant.Resource.ExcludedColumnNames.Count > 0 ? grant with { Grantable = PermissionSet.None } : grant, revoked),
            size)
        select history;

    [Fact]
    public async Task The_lake_shows_what_the_decision_says()
    {
        foreach (var history in s_histories.Sample(Lakes)) await CompareAsync(history);
    }

    private static async Task CompareAsync((LakeGrant Grant, bool IsRevoked)[] history)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var lake = new TestLake();
        using var administrator = new LakeClients(lake);
        await FillAsync(administrator, cancellation);

        IReadOnlyList<LakeGrant> grants = [];
        foreach (var (grant, _) in history)
        {
            var asked = grant with { Resource = grant.Resource.Canonical(LakeArbitrary.Account) };
            if (grants.Any(held => PartialSelect.Excludes(asked, held)))
            {
                var refusal = () => administrator.GrantAsync(grant, cancellation);
                await Assert.ThrowsAsync<Amazon.LakeFormation.Model.InvalidInputException>(refusal);
                continue;
            }

            await administrator.GrantAsync(grant, cancellation);
            grants = CanonicalGrants.Add(grants, grant, LakeArbitrary.Account);
        }

        foreach (var (grant, _) in history.Where(step => step.IsRevoked))
        {
            var left = CanonicalGrants.Remove(grants, grant, LakeArbitrary.Account);
            if (left.SequenceEqual(grants)) continue; // an earlier revoke took it, and Lake Formation refuses to revoke nothing
            await administrator.RevokeAsync(grant, cancellation);
            grants = left;
        }

        var told = string.Join("; ", history);
        var listed = await administrator.ListAsync(3, cancellation);
        Assert.True(CanonicalGrants.FromListed(grants, LakeArbitrary.Account)
            .SequenceEqual(CanonicalGrants.FromListed(listed, LakeArbitrary.Account)), told);

        var facts = new MemoryFacts { Administrators = [lake.Lake.AdministratorArn], Grants = grants };
        foreach (var principal in new[] { "p", "q" }.Select(name => $"arn:aws:iam::{LakeArbitrary.Account}:role/{name}"))
        {
            using var clients = new LakeClients(lake, principal);
            var (expected, actual) = (Said(new AccessDecision(facts, principal)), await ShownAsync(clients, cancellation));
            Assert.True(expected == actual, $"{principal}\nsaid:\n{expected}\nshown:\n{actual}\nafter {told}");
        }
    }

    private static async Task FillAsync(LakeClients administrator, CancellationToken cancellation)
    {
        foreach (var database in s_databases)
        {
            var request = new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = database } };
            await administrator.Glue.CreateDatabaseAsync(request, cancellation);
            foreach (var table in s_tables)
            {
                var columns = s_columns.Select(column => new Column { Name = column, Type = "string" }).ToList();
                var input = new TableInput { Name = table, StorageDescriptor = new StorageDescriptor { Columns = columns } };
                var creation = new CreateTableRequest { DatabaseName = database, TableInput = input };
                await administrator.Glue.CreateTableAsync(creation, cancellation);
            }
        }
    }

    /// <summary>One line a thing: what the decision lets the principal see of it.</summary>
    private static string Said(AccessDecision decision)
    {
        var shown = s_databases.Where(database => decision.OnDatabase(database).IsVisible);
        var lines = new List<string> { "listed: " + string.Join(' ', shown) };
        foreach (var database in s_databases)
        {
            var isShown = decision.OnDatabase(database).Allows(PermissionSet.Describe);
            lines.Add($"{database}: {(isShown ? "shown" : "denied")}");
            var visible = s_tables.Where(table => decision.OnTable(database, table).IsVisible).ToList();
            var listed = string.Join(' ', visible.Select(table => $"{table}({Columns(table)})"));
            lines.Add($"{database} listed: {(isShown ? listed : "denied")}");
            lines.AddRange(s_tables.Select(table => $"{database}.{table}: {(visible.Contains(table) ? Columns(table) : "denied")}"));

            string Columns(string table) => string.Join(' ', decision.OnTable(database, table).VisibleColumns(s_columns));
        }

        return string.Join('\n', lines);
    }

    /// <summary>The same lines from what the lake answers.</summary>
    private static async Task<string> ShownAsync(LakeClients clients, CancellationToken cancellation)
    {
        var databases = (await clients.Glue.GetDatabasesAsync(new GetDatabasesRequest(), cancellation)).DatabaseList ?? [];
        var lines = new List<string> { "listed: " + string.Join(' ', databases.Select(database => database.Name)) };
        foreach (var database in s_databases)
        {
            lines.Add($"{database}: " + await OrDeniedAsync(async () =>
            {
                await clients.Glue.GetDatabaseAsync(new GetDatabaseRequest { Name = database }, cancellation);
                return "shown";
            }));
            lines.Add($"{database} listed: " + await OrDeniedAsync(async () => string.Join(' ',
                ((await clients.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = database }, cancellation)).TableList ?? [])
                .Select(table => $"{table.Name}({Columns(table)})"))));
            foreach (var name in s_tables)
            {
                var request = new GetTableRequest { DatabaseName = database, Name = name };
                lines.Add($"{database}.{name}: " + await OrDeniedAsync(async () =>
                    Columns((await clients.Glue.GetTableAsync(request, cancellation)).Table)));
            }
        }

        return string.Join('\n', lines);
    }

    private static string Columns(Table table) => string.Join(' ', (table.StorageDescriptor?.Columns ?? []).Select(column => column.Name));

    // Anything but a denial, such as a fault of the lake, fails the test.
    private static async Task<string> OrDeniedAsync(Func<Task<string>> ask)
    {
        try
        {
            return await ask();
        }
        catch (AccessDeniedException)
        {
            return "denied";
        }
    }
}
