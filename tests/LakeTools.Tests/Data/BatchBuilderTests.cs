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
}
