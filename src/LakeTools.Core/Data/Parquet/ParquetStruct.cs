namespace LakeTools.Core.Data.Parquet;

/// <summary>A group of fields.</summary>
/// <param name="names">The fields' names.</param>
/// <param name="fields">The fields; null for one that the file does not have.</param>
/// <param name="first">A column below the group.</param>
/// <param name="definition">The definition level at which the group is there.</param>
internal sealed class ParquetStruct(IReadOnlyList<string> names, ParquetNode?[] fields, ParquetNode first, int definition) : ParquetNode
{
    // A column that is read for its levels alone has to go on with the others.
    private readonly ParquetNode[] _all = [.. fields.OfType<ParquetNode>().Append(first).Distinct()];

    /// <inheritdoc/>
    public override ParquetLeaf First => first.First;

    /// <inheritdoc/>
    public override object? Read()
    {
        if (First.Definition < definition)
        {
            Skip();
            return null;
        }

        var values = new object?[fields.Length];
        for (var i = 0; i < values.Length; i++) values[i] = fields[i]?.Read();
        if (Array.IndexOf(fields, first) < 0) first.Read();
        return new DataRow(names, values);
    }

    /// <inheritdoc/>
    public override void Skip()
    {
        foreach (var node in _all) node.Skip();
    }

    /// <inheritdoc/>
    public override void RequireRow()
    {
        foreach (var node in _all) node.RequireRow();
    }

    /// <inheritdoc/>
    public override void RequireEnd()
    {
        foreach (var node in _all) node.RequireEnd();
    }
}
