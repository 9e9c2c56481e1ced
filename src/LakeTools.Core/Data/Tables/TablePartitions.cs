using System.Runtime.CompilerServices;
using LakeTools.Core.Catalog;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Rows;

namespace LakeTools.Core.Data.Tables;

/// <summary>Finds the files of a table.</summary>
internal static class TablePartitions
{
    /// <summary>The parts of a table.</summary>
    /// <param name="connection">The lake, as the caller.</param>
    /// <param name="table">The table.</param>
    /// <param name="filter">The partition filter, in the form of Glue's expressions; null for all partitions.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The partitions, or the whole table where it has no partition keys.</returns>
    /// <exception cref="LakeException"><c>PartitionFilterInvalid</c>, <c>ProjectionNeedsFilter</c>, <c>ProjectionTooWide</c>,
    /// <c>PartitionWithoutLocation</c>, <c>FormatNotSupported</c>.</exception>
    public static async IAsyncEnumerable<TablePartition> ListAsync(LakeConnection connection, TableLayout table, string? filter,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (table.KeyOrder.Count == 0 && filter is null)
        {
            foreach (var location in table.AdditionalLocations.Prepend(table.Location))
                yield return new TablePartition(location, [], table.Format);
            yield break;
        }

        if (filter is not null) RequireVisibleKeys(table, filter);
        if (table.Projection is { } projection)
        {
            foreach (var projected in projection.Partitions(filter, DateTime.UtcNow, table.Format)) yield return projected;
            yield break;
        }

        await foreach (var partition in new PartitionService(connection).FindAllAsync(table.Address.DatabaseName, table.Address.Name,
            filter, table.Address.CatalogId, cancellationToken).ConfigureAwait(false))
        {
            var storage = partition.StorageDescriptor;
            if (string.IsNullOrEmpty(storage?.Location))
            {
                var values = string.Join(", ", partition.Values);
                throw Fault.PartitionWithoutLocation(table.Address.ToString(), table.Address, values);
            }

            var location = S3Uri.Parse(storage.Location);
            if (!location.IsFolder) location = location with { Key = location.Key + "/" };
            // Hive and Athena read a partition by its own SerDe, whatever the table has by now.
            var format = storage.SerdeInfo is null or { SerializationLibrary: null, Parameters: null or { Count: 0 } } ? table.Format
                : RowFormats.Require(storage.SerdeInfo, table.Parameters, location.ToString());
            yield return new TablePartition(location, partition.Values, format);
        }
    }

    /// <summary>The files in a folder that hold data: not the empty ones, and not those that Hive and Spark keep for themselves.</summary>
    /// <param name="connection">The lake, with credentials for the data.</param>
    /// <param name="location">The folder.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The objects by key.</returns>
    public static async IAsyncEnumerable<LakeObject> FilesAsync(LakeConnection connection, S3Uri location,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in ObjectListing.ListAsync(connection.Clients.S3, location.Bucket, location.Key, cancellationToken)
            .ConfigureAwait(false))
            if (item.Size > 0 && !IsHidden(item.Key[location.Key.Length..])) yield return item;
    }

    // The service also filters by keys that the caller may not see; the filtered partitions would reveal their values.
    private static void RequireVisibleKeys(TableLayout table, string filter)
    {
        if (table.KeyOrder.Count == table.PartitionKeys.Count) return;
        RowExpression expression;
        try
        {
            expression = RowExpressionParser.ParseGlue(filter);
        }
        catch (RowExpressionException)
        {
            return; // the service says what is wrong with it
        }

        var keys = table.PartitionKeys.Select(key => key.Name).ToList();
        if (expression.Columns().FirstOrDefault(name => !keys.Contains(name)) is { } hidden)
        {
            throw Fault.ColumnNotFound(filter, table.Address, hidden, string.Join(", ", keys));
        }
    }

    /// <summary>Returns whether a file is one that Hive, Spark and Athena leave out: a name in its path begins with _ or a dot.</summary>
    /// <param name="relativeKey">The key below the table's or partition's folder.</param>
    /// <returns>True for such a file.</returns>
    public static bool IsHidden(string relativeKey) => relativeKey.Split('/').Any(name => name.Length > 0 && name[0] is '_' or '.');
}
