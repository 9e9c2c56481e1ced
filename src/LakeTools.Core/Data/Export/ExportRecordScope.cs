using Amazon.Glue.Model;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>
/// The changes that another caller's record may cause: removed files of its place, and removed partitions of its table. A caller who may
/// write into one folder must not have another's rights remove what lies elsewhere.
/// </summary>
/// <param name="catalog">The lake as the caller.</param>
internal sealed class ExportRecordScope(LakeConnection catalog)
{
    /// <summary>Checks a record.</summary>
    /// <param name="store">The store of the record.</param>
    /// <param name="record">The record.</param>
    /// <returns>The record, with those of its partitions that the catalog has at the same locations.</returns>
    /// <exception cref="LakeException"><c>ExportRecordForeign</c>: it names what does not belong to its place.</exception>
    public async Task<ExportRecord> RequireAsync(ExportRecordStore store, ExportRecord record)
    {
        var partitions = record.Table is { } table ? await PartitionsAsync(store, table).ConfigureAwait(false) : [];
        var folders = partitions.Values.Append(store.Folder).ToArray();
        foreach (var file in record.New.Concat(record.Old))
        {
            var uri = new S3Uri(file.Bucket, file.Key);
            if (!Array.Exists(folders, folder => folder.Bucket == uri.Bucket && uri.Key.StartsWith(folder.Key, StringComparison.Ordinal)))
                throw Foreign(store, uri.ToString());
        }

        return record with
        {
            Made = [.. record.Made.Where(partition => IsSame(partitions, partition))],
            Dropped = [.. record.Dropped.Where(partition => IsSame(partitions, partition))],
        };
    }

    private static bool IsSame(Dictionary<string, S3Uri> partitions, ExportRecordPartition partition) =>
        partitions.TryGetValue(ExportPlaces.Key(partition.Values), out var location) && location == Folder(partition.Location);

    private static S3Uri Folder(string location)
    {
        var uri = S3Uri.Parse(location);
        return uri.IsFolder ? uri : uri with { Key = uri.Key + "/" };
    }

    private static LakeException Foreign(ExportRecordStore store, string what) =>
        Fault.ExportRecordForeign(store.Uri.ToString(), store.Uri, what, store.Folder);

    private async Task<Dictionary<string, S3Uri>> PartitionsAsync(ExportRecordStore store, TableAddress table)
    {
        var glue = catalog.Clients.Glue;
        var catalogId = table.CatalogId ?? catalog.CatalogId;
        var partitions = new Dictionary<string, S3Uri>(StringComparer.Ordinal);
        try
        {
            var found = await glue.GetTableAsync(
                new GetTableRequest { CatalogId = catalogId, DatabaseName = table.DatabaseName, Name = table.Name }).ConfigureAwait(false);
            if (Folder(found.Table.StorageDescriptor.Location) != store.Folder) throw Foreign(store, $"table {table}");
            var request = new GetPartitionsRequest { CatalogId = catalogId, DatabaseName = table.DatabaseName, TableName = table.Name,
                ExcludeColumnSchema = true };
            await foreach (var page in glue.Paginators.GetPartitions(request).Responses.ConfigureAwait(false))
                foreach (var partition in page.Partitions ?? [])
                    partitions[ExportPlaces.Key(partition.Values)] = Folder(partition.StorageDescriptor.Location);
        }
        catch (EntityNotFoundException)
        {
            // Its partitions went with it.
        }

        return partitions;
    }
}
