using System.Management.Automation;
using LakeTools.Cmdlets.Data;
using LakeTools.Core.Data.Rows;

namespace LakeTools;

/// <summary>
/// A batch of rows in a pipeline, as they were read: the output of Import-LakeData -Raw and the input of Export-LakeData. Rows
/// need less time and memory than as one object each.
/// </summary>
public sealed class LakeRowBatch
{
    /// <summary>Makes a batch.</summary>
    /// <param name="batch">The rows.</param>
    internal LakeRowBatch(DataBatch batch) => Batch = batch;

    /// <summary>The columns, which all of the rows have, in order.</summary>
    public IReadOnlyList<string> ColumnNames => Batch.ColumnNames;

    /// <summary>The rows, each with a value for each column.</summary>
    public IReadOnlyList<DataRow> Rows => Batch.Rows;

    /// <summary>The number of rows.</summary>
    public int RowCount => Batch.RowCount;

    /// <summary>The rows, by row or by column.</summary>
    internal DataBatch Batch { get; }

    /// <summary>The types in the file. Null if each value has its own type.</summary>
    internal IReadOnlyList<DataColumn>? Columns => Batch.Columns;

    /// <summary>The rows as Import-LakeData emits them without -Raw.</summary>
    /// <returns>An object for each row, with a property for each column.</returns>
    public object[] ToObject() => [.. RowObjects.Of(Batch, new BatchShape())];
}
