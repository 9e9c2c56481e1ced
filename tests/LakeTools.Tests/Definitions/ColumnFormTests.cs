using Amazon.Glue;
using Amazon.Glue.Model;

namespace LakeTools.Tests.Definitions;

/// <summary>The forms of column types in a lake, and texts of Windows, are in exports, and no definition changes them.</summary>
public sealed class ColumnFormTests : IDisposable
{
    // What crawlers, Athena and people have written.
    private static readonly string[] s_types = ["struct<userId:string>", "INT", "DECIMAL(5, 2)", "bigint ", "array<struct<A:Int>>"];

    private readonly PublishedLake _lake = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private IAmazonGlue Glue => _lake.Glue;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task They_are_exported_compare_as_equal_and_stay()
    {
        await FillAsync();
        var text = await _lake.ExportAsync();
        Assert.DoesNotContain("A definition cannot express", text, StringComparison.Ordinal);
        Assert.False((await _lake.PlanAsync(text + "owns: [ { database: d } ]\n")).HasChanges);
        const string Said = "databases: { d: { tables: { t: { location: \"s3://lake/t\", "
            + "columns: { c0: \"struct<userid:string>\", c1: int, c2: \"decimal(5,2)\", c3: bigint, c4: \"array<struct<a:int>>\", "
            + "c5: string } } } } }\nowns: [ { database: d } ]\n";
        var plan = await _lake.PlanAsync(Said);
        Assert.DoesNotContain(
            plan.Changes.SelectMany(change => change.Before?.Keys ?? []), key => key.StartsWith("column ", StringComparison.Ordinal));
        Assert.Equal("Done", (await _lake.PublishAsync(Said)).Status);
        Assert.False((await _lake.PlanAsync(Said)).HasChanges);
        Assert.Equal([.. s_types, "string"], await TypesAsync());
    }

    [Fact]
    public async Task A_restore_writes_them_as_they_were()
    {
        await FillAsync();
        const string Owns = "owns: [ { database: d } ]\n";
        var text = await _lake.ExportAsync() + Owns;
        Assert.Equal("Done", (await _lake.PublishAsync(text.Replace("description: x", "description: y", StringComparison.Ordinal))).Status);
        Assert.Equal("Done", (await _lake.PublishAsync("lake: 1\nname: a\n" + Owns)).Status);
        await _lake.RestoreAsync(1);
        Assert.Equal(s_types, await TypesAsync());
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\rb\u0085c\u2028d\u2029e\n")]
    [InlineData("  a\r\n\tb: # c\r\n")]
    public async Task Every_line_break_is_kept(string text)
    {
        await Glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = "d", Description = text } }, Ct);
        await Glue.CreateTableAsync(new()
        {
            DatabaseName = "d",
            TableInput = new()
            {
                Name = "v", TableType = "VIRTUAL_VIEW", ViewOriginalText = text, Parameters = new() { ["k"] = text },
                StorageDescriptor = new() { Columns = [new() { Name = "a", Type = "int" }] },
            },
        }, Ct);
        var export = await _lake.ExportAsync();
        Assert.DoesNotContain("# Left out", export, StringComparison.Ordinal);
        Assert.False((await _lake.PlanAsync(export)).HasChanges);
        using var other = new PublishedLake();
        Assert.Equal("Done", (await other.PublishAsync(export)).Status);
        Assert.Equal(text, (await other.Glue.GetDatabaseAsync(new() { Name = "d" }, Ct)).Database.Description);
    }

    private async Task<IEnumerable<string>> TypesAsync() =>
        (await Glue.GetTableAsync(new() { DatabaseName = "d", Name = "t" }, Ct)).Table.StorageDescriptor.Columns
            .Select(column => column.Type);

    private async Task FillAsync()
    {
        await Glue.CreateDatabaseAsync(new() { DatabaseInput = new() { Name = "d", Description = "x" } }, Ct);
        await Glue.CreateTableAsync(new()
        {
            DatabaseName = "d",
            TableInput = new()
            {
                Name = "t",
                StorageDescriptor = new()
                {
                    Location = "s3://lake/t",
                    Columns = [.. s_types.Select((type, index) => new Column { Name = $"c{index}", Type = type })],
                },
            },
        }, Ct);
    }
}
