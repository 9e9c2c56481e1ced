namespace LakeTools.Core.Data.Parquet;

/// <summary>A group of fields.</summary>
/// <param name="names">The fields' names.</param>
/// <param name="fields">The fields.</param>
/// <param name="definition">The definition level at which the group is there.</param>
internal sealed class ParquetStruct(IReadOnlyList<string> names, ParquetNode[] fields, int definition) : ParquetNode
{
    /// <inheritdoc/>
    public override ParquetLeaf First => fields[0].First;

    /// <inheritdoc/>
    public override object? Read()
    {
        if (First.Definition < definition)
        {
            Skip();
            return null;
        }

        var values = new object?[fields.Length];
        for (var i = 0; i < values.Length; i++) values[i] = fields[i].Read();
        return new DataRow(names, values);
    }

    /// <inheritdoc/>
    public override void Skip()
    {
        foreach (var field in fields) field.Skip();
    }
}
