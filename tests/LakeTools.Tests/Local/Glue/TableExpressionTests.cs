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

    /// <summary>Source: awswrangler/catalog/_get.py of AWS SDK for pandas, and patterns of the Hive metastore.</summary>
    [Theory]
    [InlineData("ord*", "orders")]
    [InlineData("*ers", "orders")]
    [InlineData("*rder*", "orders")]
    [InlineData("nosuch|*ders", "orders")]
    [InlineData("o*r*s", "orders")]
    [InlineData("ord**", "orders")]
    [InlineData("rder*", null)]
    [InlineData("*rder", null)]
    [InlineData("ord[a-z]*", "orders")]
    [InlineData("o[*r]*ders", "orders")]
    [InlineData("or(de)*rs", "orders")]
    [InlineData(@"or\w*", "orders")]
    [InlineData(@"orders\*", null)]
    public async Task An_asterisk_is_a_wildcard_where_it_is_no_quantifier(string expression, string? found)
    {
        var tables = await Administrator.Glue.GetTablesAsync(new GetTablesRequest { DatabaseName = "sales", Expression = expression }, Ct);
        Assert.Equal(found is null ? [] : [found], (tables.TableList ?? []).Select(table => table.Name));
    }

    /// <summary>The examples of the CLI ask for all functions so.</summary>
    [Theory]
    [InlineData("*", "normalize")]
    [InlineData("norm*", "normalize")]
    [InlineData("*ize", "normalize")]
    [InlineData("ize*", null)]
    public async Task Functions_are_found_with_wildcards(string pattern, string? found)
    {
        await Administrator.Glue.CreateUserDefinedFunctionAsync(new CreateUserDefinedFunctionRequest
        {
            DatabaseName = "sales",
            FunctionInput = new UserDefinedFunctionInput
            {
                FunctionName = "normalize",
                ClassName = "a",
                OwnerName = "a",
                OwnerType = "USER",
            },
        }, Ct);
        var functions = await Administrator.Glue.GetUserDefinedFunctionsAsync(
            new GetUserDefinedFunctionsRequest { DatabaseName = "sales", Pattern = pattern }, Ct);
        Assert.Equal(found is null ? [] : [found], (functions.UserDefinedFunctions ?? []).Select(function => function.FunctionName));
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
