using Parquet;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>The columns of a row group that were asked for, from which rows are put together.</summary>
internal sealed class ParquetRowGroup : IDisposable
{
    private readonly List<ParquetLeaf> _leaves = [];

    /// <summary>Reads a field's columns.</summary>
    /// <param name="reader">The row group.</param>
    /// <param name="field">The field.</param>
    /// <param name="isText">True where bytes are text.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The field, to be read row by row.</returns>
    public async Task<ParquetNode> ReadAsync(ParquetRowGroupReader reader, Field field, bool isText, CancellationToken cancellationToken)
    {
        switch (field)
        {
            case StructField group:
                var fields = new List<ParquetNode>();
                foreach (var part in group.Fields) fields.Add(await ReadAsync(reader, part, isText: false,
                    cancellationToken).ConfigureAwait(false));
                return new ParquetStruct(group.Fields.Select(part => part.Name).ToArray(), [.. fields], group.MaxDefinitionLevel);
            case ListField list:
                var item = await ReadAsync(reader, list.Item, isText: false, cancellationToken).ConfigureAwait(false);
                return new ParquetList(item, list.MaxDefinitionLevel, list.MaxRepetitionLevel, list.IsNullable);
            case MapField map:
                var key = await ReadAsync(reader, map.Key, isText: false, cancellationToken).ConfigureAwait(false);
                var value = await ReadAsync(reader, map.Value, isText: false, cancellationToken).ConfigureAwait(false);
                var entry = new ParquetStruct(["key", "value"], [key, value], map.MaxDefinitionLevel);
                return new ParquetMap(new ParquetList(entry, map.MaxDefinitionLevel, map.MaxRepetitionLevel, map.IsNullable));
            default:
                var data = (DataField)field;
                var leaf = ParquetLeaf.Of(data, await reader.ReadRawColumnDataBaseAsync(data, cancellationToken).ConfigureAwait(false),
                    isText);
                _leaves.Add(leaf);
                return data.IsArray ? new ParquetList(leaf, data.MaxDefinitionLevel, data.MaxRepetitionLevel, isNullable: false) : leaf;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var leaf in _leaves) leaf.Dispose();
    }
}
