using System.Diagnostics;
using Amazon.Glue.Model;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Local.Glue;

/// <summary>Patterns of table names, which a caller writes: each is matched in bounded time, or refused.</summary>
public sealed class TableExpressionTests : GuardedLake
{
    private static readonly string s_long = new('a', 200);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CreateTableAsync(Administrator, "sales", s_long);
    }

    [Theory]
    [InlineData("ord.*", "orders")]
    [InlineData("ORDERS", "orders")]
    [InlineData("rders", null)]
    [InlineData("(a+)+b", null)]
    [InlineData("(.*a){60}b", null)]
    [InlineData("(a|a)*b", null)]
    public async Task Names_are_matched_without_backtracking(string expression, string? found)
    {
        var watch = Stopwatch.StartNew();
        var tables = await Administrator.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = "sales", Expression = expression }, Ct);
        Assert.Equal(found is null ? [] : [found], (tables.TableList ?? []).Select(table => table.Name));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("(?=a)b")]
    [InlineData(@"(a)\1")]
    [InlineData("(?:a{1,1000}){1,1000}")]
    public async Task What_cannot_be_matched_so_is_refused(string expression) =>
        await Assert.ThrowsAsync<InvalidInputException>(() =>
            Administrator.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = "sales", Expression = expression }, Ct));
}
