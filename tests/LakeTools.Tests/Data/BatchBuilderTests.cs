using LakeTools.Core.Data.Rows;
using Xunit;

namespace LakeTools.Tests.Data;

public class BatchBuilderTests
{
    [Fact]
    public void Batches_grow_and_keep_every_row_in_order()
    {
        string[] names = ["n"];
        var builder = new BatchBuilder();
        var batches = new List<DataBatch>();
        for (var i = 0; i < 5000; i++)
            if (builder.Add(new DataRow(names, [i])) is { } batch) batches.Add(batch);
        batches.Add(builder.Take()!);
        Assert.Null(builder.Take());
        Assert.Equal([1, 2, 4], batches.Take(3).Select(batch => batch.Rows.Count));
        Assert.All(batches, batch => Assert.InRange(batch.Rows.Count, 1, 1024));
        Assert.Equal(Enumerable.Range(0, 5000), batches.SelectMany(batch => batch.Rows).Select(row => (int)row.Values[0]!));
    }

    [Fact]
    public void A_batch_ends_where_the_columns_change()
    {
        string[][] names = [["a"], ["b", "c"]];
        var builder = new BatchBuilder();
        var batches = new List<DataBatch>();
        foreach (var i in new[] { 0, 0, 0, 1, 0, 0, 1, 1 })
            if (builder.Add(new DataRow(names[i], new object?[names[i].Length])) is { } batch) batches.Add(batch);
        batches.Add(builder.Take()!);
        Assert.Equal(8, batches.Sum(batch => batch.Rows.Count));
        Assert.All(batches, batch => Assert.All(batch.Rows, row => Assert.Same(batch.ColumnNames, row.ColumnNames)));
    }

    [Theory]
    [InlineData(1, 40, 4096)] // short rows
    [InlineData(1, 1024, 4096)] // four megabytes of text
    [InlineData(1, 20_000, 256)] // 128 to 210 rows are as much
    [InlineData(1, 8_000_000, 1)]
    [InlineData(1000, 40, 524)] // eight bytes a cell
    public void Batches_of_columns_grow_as_far_as_memory_allows(int columns, int rowLength, int mostRows)
    {
        var names = Enumerable.Range(0, columns).Select(i => $"c{i}").ToArray();
        var builder = new BatchBuilder();
        var cells = new ValueColumn<int>(0);
        builder.Begin(names, capacity => [cells = new ValueColumn<int>(capacity), .. Enumerable.Repeat(cells, columns - 1)], 4096);
        var batches = new List<DataBatch>();
        for (var i = 0; i < 20_000; i++)
        {
            cells.Set(builder.NextRow, i, true);
            if (builder.EndRows(builder.NextRow + 1, [], rowLength) is { } batch) batches.Add(batch);
        }

        if (builder.Take() is { } last) batches.Add(last);
        Assert.InRange(batches.Max(batch => batch.RowCount), (mostRows + 1) / 2, mostRows);
        Assert.Equal(Enumerable.Range(0, 20_000), batches.SelectMany(Values));
    }

    private static IEnumerable<int> Values(DataBatch batch)
    {
        var cells = (ValueColumn<int>)batch.Cells[0];
        return Enumerable.Range(0, batch.RowCount).Select(cells.ValueOf);
    }

    [Fact]
    public void A_batch_ends_early_where_rows_become_long()
    {
        var builder = new BatchBuilder();
        builder.Begin(["n"], capacity => [new ValueColumn<int>(capacity)], 4096);
        for (var i = 0; i < 10_000; i++) _ = builder.EndRows(builder.NextRow + 1, [], 40);
        _ = builder.Take();
        var counts = new List<int>();
        for (var i = 0; i < 100; i++)
            if (builder.EndRows(builder.NextRow + 1, [], 1_000_000) is { } batch) counts.Add(batch.RowCount);
        Assert.NotEmpty(counts);
        Assert.All(counts, count => Assert.InRange(count, 1, 5)); // five are more than four megabytes
    }

    [Fact]
    public void Long_rows_that_are_all_left_out_neither_end_a_batch_nor_make_the_next_ones_shorter()
    {
        var builder = new BatchBuilder();
        builder.Begin(["n"], capacity => [new ValueColumn<int>(capacity)], 4096);
        for (var i = 0; i < 15; i++) _ = builder.EndRows(builder.NextRow + 1, [], 40);
        var end = builder.End;
        Assert.Equal((0, 16), (builder.NextRow, end));
        for (var i = 0; i < 3; i++) Assert.Null(builder.EndRows(1, [0], 8_000_000));
        Assert.Equal(end, builder.End);
        Assert.Null(builder.Take());
    }
}
