using Amazon.Glue.Model;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>
/// What Test-LakePermission says of a lake is what the lake then does: chance makes the lakes, and every question is tried.
/// </summary>
public sealed class AccessAgreementTests
{
    private const int Lakes = 60; // some fifty questions each

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_said_is_what_is_done() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        using var lake = RandomLake.MakeAsync(seed, Ct).GetAwaiter().GetResult();
        var wrong = AskAsync(lake).GetAwaiter().GetResult();
        return (wrong.Count == 0).Label($"seed {seed}: {string.Join("; ", wrong)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Lakes));

    /// <summary>A lake that once had a fault: the creator of the target of a link counted as the creator of the link.</summary>
    [Fact]
    public async Task Who_made_the_target_of_a_link_did_not_make_the_link()
    {
        using var lake = await RandomLake.MakeAsync(1530097531, Ct);
        Assert.Equal("", string.Join('\n', await AskAsync(lake)));
    }

    private static async Task<List<string>> AskAsync(RandomLake lake)
    {
        // All questions first, and what changes a table last: trying one thing must not change what is said of another.
        var service = new AccessService(lake.Lake.Connect());
        var asked = from principal in RandomLake.Principals from thing in RandomLake.Things() from permission in Askable(thing)
            select (principal, thing, permission);
        var answers = new List<(LakeResource Thing, PermissionSet Permission, LakeAccess Said)>();
        foreach (var (principal, thing, permission) in asked.OrderBy(question => question.permission == PermissionSet.Alter))
            answers.Add((thing, permission, await service.AskAsync(principal, permission, thing, null, Ct)));

        var wrong = new List<string>();
        var clients = RandomLake.Principals.ToDictionary(
            principal => principal,
            principal => new LakeClients(lake.Lake, principal, isIntegrated: true));
        foreach (var (thing, permission, said) in answers)
        {
            var done = await MayAsync(() => TryAsync(clients[said.Principal], thing, permission));
            if (said.Allowed != done) wrong.Add($"{said}, but it is {(done ? "let in" : "refused")}");
            if (said.SelectableColumn.FirstOrDefault(column => !lake.MaySelect(said.Principal, thing, column)) is { } shown)
                wrong.Add($"{said} with column {shown}, which no grant has");
            if (permission == PermissionSet.Select && said.Allowed && await CutAsync(clients[said.Principal], thing, said) is { } cut)
                wrong.Add(cut);
        }

        foreach (var client in clients.Values) client.Dispose();
        return wrong;
    }

    private static IEnumerable<PermissionSet> Askable(LakeResource thing) => thing.Kind switch
    {
        ResourceKind.Catalog => [PermissionSet.CreateDatabase],
        ResourceKind.Database => [PermissionSet.Describe, PermissionSet.Alter, PermissionSet.CreateTable],
        _ => [PermissionSet.Describe, PermissionSet.Select, PermissionSet.Insert, PermissionSet.Delete, PermissionSet.Alter],
    };

    private static async Task TryAsync(LakeClients clients, LakeResource thing, PermissionSet permission)
    {
        var (database, table) = (thing.DatabaseName!, thing.TableName!);
        var name = "n" + Guid.NewGuid().ToString("n");
        switch (thing.Kind, permission)
        {
            case (ResourceKind.Catalog, _):
                await clients.Glue.CreateDatabaseAsync(new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = name } }, Ct);
                break;
            case (ResourceKind.Database, PermissionSet.Describe):
                await clients.Glue.GetDatabaseAsync(new GetDatabaseRequest { Name = database }, Ct);
                break;
            case (ResourceKind.Database, PermissionSet.Alter):
                await clients.Glue.UpdateDatabaseAsync(
                    new UpdateDatabaseRequest { Name = database, DatabaseInput = new DatabaseInput { Name = database } }, Ct);
                break;
            case (ResourceKind.Database, _):
                var input = new TableInput { Name = name,
                    StorageDescriptor = new StorageDescriptor { Columns = [new Column { Name = "a", Type = "string" }] } };
                await clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = database, TableInput = input }, Ct);
                break;
            case (_, PermissionSet.Describe):
                await clients.Glue.GetTableAsync(new GetTableRequest { DatabaseName = database, Name = table }, Ct);
                break;
            case (_, PermissionSet.Alter):
                var same = RandomLake.Input(database, table);
                same.StorageDescriptor.Location = null; // where it lies is another permission's business
                await clients.Glue.UpdateTableAsync(new UpdateTableRequest { DatabaseName = database, TableInput = same }, Ct);
                break;
            default:
                await clients.LakeFormation.GetTemporaryGlueTableCredentialsAsync(new GetTemporaryGlueTableCredentialsRequest
                {
                    TableArn = $"arn:aws:glue:eu-central-1:{TestLake.Account}:table/{database}/{table}",
                    Permissions = [permission.ToText()],
                    SupportedPermissionTypes = ["COLUMN_PERMISSION", "CELL_FILTER_PERMISSION"],
                }, Ct);
                break;
        }
    }

    // The columns and rows to which an engine must limit its result.
    private static async Task<string?> CutAsync(LakeClients clients, LakeResource thing, LakeAccess said)
    {
        var told = await clients.Glue.GetUnfilteredTableMetadataAsync(new GetUnfilteredTableMetadataRequest
        {
            CatalogId = TestLake.Account,
            DatabaseName = thing.DatabaseName,
            Name = thing.TableName,
            SupportedPermissionTypes = ["COLUMN_PERMISSION", "CELL_FILTER_PERMISSION"],
        }, Ct);
        var cells = (told.CellFilters ?? []).Select(cell => cell.RowFilterExpression).Distinct();
        var cut = $"columns {Text(told.AuthorizedColumns ?? [])}, rows {Text(cells)}";
        var expected = $"columns {Text(said.SelectableColumn)}, rows {Text(said.RowFilter)}";
        return cut == expected ? null : $"{said} with {expected}, but the lake says {cut}";

        static string Text(IEnumerable<string> of) => string.Join(' ', of.Order(StringComparer.Ordinal));
    }

    private static async Task<bool> MayAsync(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (AmazonServiceException error) when (error.ErrorCode == "AccessDeniedException")
        {
            return false;
        }
    }
}
