using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A row group, of whose columns those that are asked for are fetched.</summary>
/// <param name="stream">The file.</param>
/// <param name="footer">Its directory.</param>
/// <param name="group">The row group, as parquet.thrift's RowGroup.</param>
/// <param name="faults">Takes the values that cannot be had.</param>
internal sealed class ParquetRowGroup(Stream stream, ParquetFooter footer, ThriftStruct group, ParquetRowFaults faults)
{
    /// <summary>The number of rows in the group.</summary>
    public long RowCount => group.Number(3) ?? 0;

    /// <summary>Fetches a field's columns.</summary>
    /// <param name="field">The field.</param>
    /// <param name="wanted">The type that its values shall have; null for the file's.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The field, to be read row by row.</returns>
    /// <exception cref="InvalidDataException">The file is broken.</exception>
    public async Task<ParquetNode> ReadAsync(ParquetField field, CellType? wanted, CancellationToken cancellationToken)
    {
        if (field.IsRepeated)
        {
            // A repeated field that is in no list is a list itself, which is never null.
            var part = wanted is { Kind: CellKind.Array } array ? array.Parts![0].Type : (CellType?)null;
            var each = await ReadAsync(field with { IsRepeated = false }, part, cancellationToken).ConfigureAwait(false);
            return Converted(new ParquetList(each, field with { IsOptional = false }, field), field.Type, wanted, part);
        }

        if (field.Is(ParquetMeaning.List))
        {
            var part = wanted is { Kind: CellKind.Array } array ? array.Parts![0].Type : (CellType?)null;
            var item = await ReadAsync(field.Repeated!.Item(field), part, cancellationToken).ConfigureAwait(false);
            return Converted(new ParquetList(item, field, field.Repeated), field.Type, wanted, part);
        }

        if (field.Is(ParquetMeaning.Map)) return await MapAsync(field, wanted, cancellationToken).ConfigureAwait(false);
        if (field.IsGroup) return await StructAsync(field, wanted, cancellationToken).ConfigureAwait(false);
        var pages = await ParquetPages.ReadAsync(stream, footer, group, field, cancellationToken).ConfigureAwait(false);
        var isText = wanted is { Kind: CellKind.Text };
        var leaf = ParquetLeaf.Of(field, pages, isText, faults);

        // Times of day are no text, although Hive has no other type for them.
        var isSame = wanted is not { } type || (type.ToHive() == field.Type.ToHive() && field.Meaning != ParquetMeaning.Time);
        return isSame ? leaf : new ParquetConversion(leaf, field.Type, wanted!.Value, faults);
    }

    private async Task<ParquetNode> MapAsync(ParquetField field, CellType? wanted, CancellationToken cancellationToken)
    {
        var entry = field.Repeated!;
        var isMap = wanted is { Kind: CellKind.Map };
        var nodes = new ParquetNode[entry.Fields.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            CellType? part = isMap ? wanted!.Value.Parts![i].Type : null;
            nodes[i] = await ReadAsync(entry.Fields[i], part, cancellationToken).ConfigureAwait(false);
        }

        var row = new ParquetStruct(entry.Fields.Select(part => part.Name).ToArray(), nodes, nodes[0], entry.Definition);
        var key = isMap ? wanted!.Value.Parts![0].Type : entry.Fields[0].Type;
        return Converted(new ParquetMap(new ParquetList(row, field, entry), key, faults), field.Type, wanted, isMap ? key : null);
    }

    private async Task<ParquetNode> StructAsync(ParquetField field, CellType? wanted, CancellationToken cancellationToken)
    {
        if (field.Fields.Count == 0) throw new InvalidDataException($"the group {field.Name} has no fields");
        var isStruct = wanted is { Kind: CellKind.Struct };
        IReadOnlyList<string> names =
            [.. isStruct ? wanted!.Value.Parts!.Select(part => part.Name) : field.Fields.Select(part => part.Name)];
        var nodes = new ParquetNode?[names.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            var part = isStruct ? Find(field, names[i]) : field.Fields[i];
            if (part is not null)
                nodes[i] = await ReadAsync(part, isStruct ? wanted!.Value.Parts![i].Type : null, cancellationToken).ConfigureAwait(false);
        }

        var first = nodes.FirstOrDefault(node => node is not null)
            ?? await ReadAsync(field.Fields[0], null, cancellationToken).ConfigureAwait(false);
        if (wanted is null) names = FileColumns.Distinct(names); // as the properties of an object
        var row = new ParquetStruct(names, nodes, first, field.Definition);
        return wanted is null || isStruct ? row : new ParquetConversion(row, field.Type, wanted.Value, faults);
    }

    private static ParquetField? Find(ParquetField field, string name)
    {
        var found = field.Fields.Where(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count < 2 ? found.FirstOrDefault()
            : throw new InvalidDataException($"two fields of {field.Name} have the name {name}, ignoring case");
    }

    // If a nested type is wanted, its parts were already converted to the wanted type.
    private ParquetNode Converted(ParquetNode node, CellType from, CellType? wanted, CellType? part) =>
        wanted is null || part is not null ? node : new ParquetConversion(node, from, wanted.Value, faults);
}
