using Amazon.Glue.Model;
using Amazon.Runtime;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Local.LakeFormation;

/// <summary>A lake with the table sales.orders (id, day, amount), its administrator, and a guest who is granted nothing.</summary>
public abstract class GuardedLake : IAsyncLifetime
{
    protected const string Guest = TestLake.Analyst;
    protected const string Location = "s3://sales-data/orders";

    internal static readonly LakeResource Database = LakeResource.Database("sales");
    internal static readonly LakeResource Orders = LakeResource.Table("sales", "orders");

    internal TestLake Lake { get; } = new();

    internal LakeClients Administrator { get; private set; } = null!;

    internal LakeClients Visitor { get; private set; } = null!;

    /// <summary>Whether the guest asks as a service that is integrated with Lake Formation.</summary>
    protected virtual bool IsIntegrated => false;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        Administrator = new LakeClients(Lake);
        Visitor = new LakeClients(Lake, Guest, IsIntegrated);
        await CreateDatabaseAsync(Administrator, "sales");
        await CreateTableAsync(Administrator, "sales", "orders");
    }

    public ValueTask DisposeAsync()
    {
        Visitor.Dispose();
        Administrator.Dispose();
        Lake.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal static Task CreateDatabaseAsync(LakeClients clients, string name, string? location = null) =>
        clients.Glue.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseInput = new DatabaseInput { Name = name, LocationUri = location } }, Ct);

    internal static Task CreateTableAsync(LakeClients clients, string database, string name, string? location = Location) =>
        clients.Glue.CreateTableAsync(new CreateTableRequest { DatabaseName = database, TableInput = Input(name, location) }, Ct);

    internal static TableInput Input(string name, string? location = Location) => new()
    {
        Name = name,
        StorageDescriptor = new StorageDescriptor
        {
            Location = location,
            Columns = [Of("id"), Of("day"), Of("amount")],
        },
    };

    /// <summary>Grants to the guest.</summary>
    internal Task GrantAsync(LakeResource resource, PermissionSet permissions, PermissionSet grantable = PermissionSet.None) =>
        Administrator.GrantAsync(new LakeGrant(Guest, resource, permissions, grantable), Ct);

    internal static async Task<string> ColumnsOf(LakeClients clients, string table = "orders") => Names((await clients.Glue.GetTableAsync(
        new GetTableRequest { DatabaseName = "sales", Name = table }, Ct)).Table);

    internal static string Names(Table table) => string.Join(' ', table.StorageDescriptor.Columns.Select(column => column.Name));

    /// <summary>The code of the error that a call must end in.</summary>
    protected static async Task<string> ErrorOf(Func<Task> call) => (await Assert.ThrowsAnyAsync<AmazonServiceException>(call)).ErrorCode;

    private static Column Of(string name) => new() { Name = name, Type = "string" };
}
