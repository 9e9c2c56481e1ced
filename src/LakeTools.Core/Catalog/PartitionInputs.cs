using Amazon.Glue.Model;
using LakeTools.Core.Data.Cells;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Creates the input of a partition for Glue. A partition has its own storage descriptor, with the classes of its table.
/// </summary>
internal static class PartitionInputs
{
    /// <summary>The error of partition values for a table, or null.</summary>
    public static LakeException? Problem(Table table, IReadOnlyList<string> values)
    {
        var keys = table.PartitionKeys ?? [];
        var partition = new GluePartition { DatabaseName = table.DatabaseName, TableName = table.Name, Value = values };
        if (keys.Count > 0 && values.Count == keys.Count && values.All(value => value.Length > 0)) return WrongType(keys, partition);
        return keys.Count == 0
            ? Fault.TableNotPartitioned(partition, table.DatabaseName, table.Name)
            : Fault.PartitionValueMismatch(
                partition,
                table.DatabaseName,
                table.Name,
                keys.Count,
                string.Join(", ", keys.Select(key => key.Name)),
                values.Count);
    }

    // Glue accepts any text, but then filters on that key fail, and so do reads.
    private static LakeException? WrongType(List<Column> keys, GluePartition partition)
    {
        var wrong = keys.Zip(partition.Value).FirstOrDefault(pair => pair.Second != PartitionPath.DefaultPartition
            && !IsOf(CellType.FromHive(pair.First.Type), pair.Second));
        return wrong.First is null ? null
            : Fault.PartitionValueInvalid(
                partition,
                wrong.Second,
                wrong.First.Name,
                $"{partition.DatabaseName}.{partition.TableName}",
                wrong.First.Type);
    }

    // The rule of reading, without its blanks. Engines write bytes as they are, and not in the form of a file's cells.
    private static bool IsOf(CellType type, string text) => type.Kind is CellKind.Text or CellKind.Binary || type.IsNested
        || (text.Length == text.Trim().Length && CellText.TryParseExactly(text, type, out _));

    /// <summary>The input that changes nothing of a partition.</summary>
    public static PartitionInput Keep(Partition partition) => new()
    {
        Values = partition.Values,
        LastAccessTime = partition.LastAccessTime,
        LastAnalyzedTime = partition.LastAnalyzedTime,
        StorageDescriptor = partition.StorageDescriptor,
        Parameters = partition.Parameters,
    };

    /// <summary>The input.</summary>
    public static PartitionInput Of(Table table, NewPartition partition)
    {
        var storage = table.StorageDescriptor ?? new StorageDescriptor();
        return new PartitionInput
        {
            Values = [.. partition.Value],
            Parameters = partition.Parameter?.ToDictionary(),
            StorageDescriptor = new StorageDescriptor
            {
                Columns = storage.Columns,
                Location = Location(table, partition),
                InputFormat = storage.InputFormat,
                OutputFormat = storage.OutputFormat,
                Compressed = storage.Compressed,
                NumberOfBuckets = storage.NumberOfBuckets,
                SerdeInfo = storage.SerdeInfo,
                BucketColumns = storage.BucketColumns,
                SortColumns = storage.SortColumns,
                Parameters = storage.Parameters,
                StoredAsSubDirectories = storage.StoredAsSubDirectories,
            },
        };
    }

    /// <summary>The partition for output.</summary>
    public static GluePartition Shown(Table table, NewPartition partition) => new()
    {
        CatalogId = table.CatalogId,
        DatabaseName = table.DatabaseName,
        TableName = table.Name,
        Value = partition.Value,
        Location = Location(table, partition),
        Parameter = partition.Parameter ?? new Dictionary<string, string>(),
    };

    private static string? Location(Table table, NewPartition partition)
    {
        if (partition.Location is { } own) return own;
        var keys = (table.PartitionKeys ?? []).ConvertAll(key => key.Name);
        return table.StorageDescriptor?.Location is { Length: > 0 } root && keys.Count == partition.Value.Count
            ? root.TrimEnd('/') + "/" + PartitionPath.Of(keys, partition.Value)
            : null;
    }
}
