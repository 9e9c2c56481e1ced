using Amazon.Glue.Model;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Data;

/// <summary>What the catalog tells of rows and cells, and rows that are cut by it: on any doubt nothing shows.</summary>
public sealed class CellRulesTests
{
    private static readonly TableAddress s_table = new("shop", "orders");
    private static readonly string[] s_read = ["id", "day", "year"];

    [Theory]
    [InlineData(null, 0, false)]
    [InlineData("", 0, false)]
    [InlineData("true", 0, false)]
    [InlineData("id = 1", 0, true)]
    [InlineData(null, 1, true)]
    public void Rules_are_there_where_the_catalog_tells_any(string? rows, int filters, bool isCut) =>
        Assert.Equal(isCut, CellRules.Of(s_table, Answer(rows, Enumerable.Repeat(("id", "id = 1"), filters).ToArray())) is not null);

    [Theory]
    [InlineData("id == 1", "id", "id = 1")]
    [InlineData("none = 1", "id", "id = 1")]
    [InlineData("person.name = 'x'", "id", "id = 1")]
    [InlineData("id = 1", "id", "person.name IS NULL")]
    [InlineData("id = 1", "id", "")]
    [InlineData("id = 1", "id", null)]
    [InlineData("id = 1", "none", "id = 1")]
    [InlineData("id = 1", null, "id = 1")]
    [InlineData("items = 1", "id", "id = 1")]
    public void What_is_not_understood_is_refused(string rows, string? column, string? cells)
    {
        var error = Assert.Throws<LakeException>(() => CellRules.Of(s_table, Answer(rows, (column!, cells!))));
        Assert.Equal("RowFilterNotSupported", error.Id);
    }

    [Fact]
    public void Two_rules_for_a_column_are_refused() =>
        Assert.Throws<LakeException>(() => CellRules.Of(s_table, Answer(null, ("id", "id = 1"), ("ID", "id = 2"))));

    [Fact]
    public void A_cell_shows_where_its_rule_passes_and_a_row_where_any_cell_does()
    {
        var rules = CellRules.Of(s_table, Answer(null, ("id", "id < 3"), ("day", "year = 2026")))!;
        Assert.Equal([[1, "a"], [null, "c"]], Cut(rules, 2, [1, "a", 2026], [3, "b", 2025], [3, "c", 2026]));
    }

    [Fact]
    public void What_is_unknown_does_not_show()
    {
        var rules = CellRules.Of(s_table, Answer("NOT id = 1"))!;
        Assert.Equal([[2]], Cut(rules, 1, [1, "a", 2026], [2, "a", 2026], [null, "a", 2026]));
    }

    [Fact]
    public void Rows_pass_both_rules()
    {
        var rules = CellRules.Of(s_table, Answer("day = 'a'", ("id", "id < 3")))!;
        Assert.Equal([[1, "a"], [null, "a"]], Cut(rules, 2, [1, "a", 1], [2, "b", 1], [3, "a", 1]));
    }

    [Fact]
    public void A_rule_of_a_hidden_column_shows_nothing()
    {
        var answer = Answer(null, ("id", "id = 1"), ("day", "day = 'a'"));
        answer.AuthorizedColumns = ["id"];
        Assert.Equal([[1]], Cut(CellRules.Of(s_table, answer)!, 1, [1, "b", 1], [2, "a", 1]));
    }

    [Fact]
    public void Joined_filters_may_be_longer_than_one()
    {
        var rows = string.Join(" OR ", Enumerable.Range(0, 500).Select(i => $"(id = {i})"));
        Assert.Equal([[499]], Cut(CellRules.Of(s_table, Answer(rows))!, 1, [499, "a", 1], [500, "a", 1]));
    }

    [Fact]
    public void What_is_no_number_is_not_null()
    {
        var answer = Answer("id IS NULL");
        answer.Table.StorageDescriptor.Columns[0].Type = "double";
        Assert.Equal([[null]], Cut(CellRules.Of(s_table, answer)!, 1, [double.NaN, "a", 1], [null, "a", 1]));
    }

    /// <summary>
    /// Every pair of filters with every grant of columns: what the lake tells of them and what is cut by that are what they say.
    /// </summary>
    [Fact]
    public void Cells_show_where_a_filter_that_passes_the_row_or_a_grant_shows_their_column()
    {
        var filters = (from columns in Subsets() where columns.Length > 0 from most in (int?[])[0, 1, 2, 3, null]
            select (Columns: columns, Most: most)).ToArray();
        foreach (var first in filters)
        foreach (var second in filters)
        foreach (var granted in Subsets())
        {
            bool Shows(string column, int id) => granted.Contains(column)
                || new[] { first, second }.Any(filter => filter.Columns.Contains(column) && (filter.Most is not { } most || id <= most));
            var access = new CellAccess(new LakeRights
            {
                SelectableColumns = NameList.Of(granted),
                Filters = new[] { first, second }.Select((filter, i) =>
                    new DataFilterRule("f" + i, NameList.Of(filter.Columns), NameList.Empty, filter.Most is { } most
                    ? $"id <= {most}" : null)).ToArray(),
            }, ["id", "person", "items", "day", "year"]);
            var answer = Answer(access.RowFilter, access.Filters.Select(filter => (filter.Column, filter.Expression)).ToArray());
            answer.AuthorizedColumns = [.. access.Columns];
            var visible = s_read.Where(answer.AuthorizedColumns.Contains).ToArray();
            if (CellRules.Of(s_table, answer) is not { } rules)
            {
                Assert.All(visible, column => Assert.True(Shows(column, int.MaxValue)));
                continue;
            }

            var read = visible.Concat(s_read.Except(visible)).ToArray();
            var cut = new CellCut(rules, read, visible.Length);
            for (var id = 1; id <= 3; id++)
            {
                object? Cell(string column) => column switch { "id" => id, "day" => "d" + id, _ => 2000 + id };
                var isSeen = cut.TryCut(new DataRow(read, read.Select(Cell).ToArray()), out var row);
                Assert.Equal(visible.Any(column => Shows(column, id)), isSeen);
                if (isSeen) Assert.Equal(visible.Select(column => Shows(column, id) ? Cell(column) : null), row.Values);
            }
        }
    }

    private static IEnumerable<string[]> Subsets() =>
        Enumerable.Range(0, 1 << s_read.Length).Select(bits => s_read.Where((_, i) => (bits & (1 << i)) != 0).ToArray());

    private static GetUnfilteredTableMetadataResponse Answer(string? rows, params (string Column, string Expression)[] filters) => new()
    {
        Table = new Table
        {
            StorageDescriptor = new StorageDescriptor
            {
                Columns =
                [
                    new Column { Name = "id", Type = "int" },
                    new Column { Name = "person", Type = "struct<name:string>" },
                    new Column { Name = "items", Type = "array<int>" },
                    new Column { Name = "day", Type = "string" },
                ],
            },
            PartitionKeys = [new Column { Name = "year", Type = "int" }],
        },
        AuthorizedColumns = ["id", "day"],
        CellFilters = filters.Select(filter => new ColumnRowFilter { ColumnName = filter.Column, RowFilterExpression = filter.Expression })
            .ToList(),
        RowFilter = rows,
    };

    private static object?[][] Cut(CellRules rules, int wanted, params object?[][] rows)
    {
        var cut = new CellCut(rules, s_read, wanted);
        return rows.Select(row => cut.TryCut(new DataRow(s_read, row), out var seen) ? seen.Values.ToArray() : null)
            .Where(row => row is not null).Select(row => row!).ToArray();
    }
}
