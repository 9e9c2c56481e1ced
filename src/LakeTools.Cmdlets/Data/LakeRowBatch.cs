using System.Management.Automation;
using LakeTools.Cmdlets.Data;
using LakeTools.Core.Data.Rows;

namespace LakeTools;

/// <summary>
/// Rows that go through a pipeline together, as they were read: what Import-LakeData -Raw emits, and Export-LakeData takes. Rows
/// cost less so than as an object each.
/// </summary>
public sealed class LakeRowBatch
{
    private readonly DataBatch _batch;

    /// <summary>Makes a batch.</summary>
    /// <param name="batch">The rows.</param>
    internal LakeRowBatch(DataBatch batch) => _batch = batch;

    /// <summary>The columns, which all of the rows have, in order.</summary>
    public IReadOnlyList<string> ColumnNames => _batch.ColumnNames;

    /// <summary>The rows: each with a value a column.</summary>
    public IReadOnlyList<DataRow> Rows => _batch.Rows;

    /// <summary>How many rows there are.</summary>
    public int RowCount => _batch.RowCount;

    /// <summary>What the file says of the columns; null if each value says its own type.</summary>
    internal IReadOnlyList<DataColumn>? Columns => _batch.Columns;

    /// <summary>The rows as Import-LakeData emits them without -Raw.</summary>
    /// <returns>An object a row, with a property a column.</returns>
    public object[] ToObject() => [.. RowObjects.Of(_batch)];
}
