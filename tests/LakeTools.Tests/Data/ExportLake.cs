using Amazon.S3.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Data;

/// <summary>A lake with places to export to, and what lies in them.</summary>
internal sealed class ExportLake : IDisposable
{
    public const string Bucket = "export-tests";
    public const string Folder = $"s3://{Bucket}/folder/";
    public static readonly TableAddress Plain = new("d", "plain");
    public static readonly TableAddress Parted = new("d", "parted");

    private readonly TestLake _lake;

    private ExportLake(string? like = null) => _lake = new TestLake(like: like);

    /// <summary>The clock of readers and writers; the lake has its own.</summary>
    public FakeClock Clock { get; } = new();

    public string Path => _lake.Folder;

    public static async Task<ExportLake> MakeAsync()
    {
        var lake = new ExportLake();
        var connection = lake.Connect();
        await Buckets.CreateAsync(connection, Bucket, CancellationToken.None);
        await new DatabaseService(connection)
            .CreateAsync(new NewDatabaseOptions { Name = "d", LocationUri = $"s3://{Bucket}/d/" }, CancellationToken.None);
        return lake;
    }

    /// <summary>A lake that begins as this one is now. This one is at rest.</summary>
    public ExportLake Copy() => new(_lake.Folder);

    public LakeConnection Connect(Func<HttpMessageHandler, HttpMessageHandler>? before = null) => _lake.Connect(before: before);

    /// <summary>Makes time pass, so that whoever was at work counts as gone, and their uploads as abandoned.</summary>
    public void Pass() => Clock.Now += TimeSpan.FromDays(2);

    /// <summary>Exports rows <c>v</c>, or <c>v:k</c> where there are partitions.</summary>
    public async Task<LakeExport?> WriteAsync(LakeConnection connection, object place, ExportMode mode, string rows, int throwAt = -1,
        CancellationToken? stop = null,
        int rowLength = 0, TimeProvider? clock = null)
    {
        var end = stop ?? CancellationToken.None;
        var isParted = rows.Contains(':', StringComparison.Ordinal);
        var options = new DataExportOptions { Mode = mode, Clock = clock ?? Clock, PartitionBy = isParted && place is string ? ["k"] : [] };
        await using var export = place is TableAddress table
            ? await DataExport.ToTableAsync(connection, table, options, end)
            : DataExport.ToUri(connection, (string)place, options, end);
        if (export.Columns.Count == 0) export.Begin(isParted ? [new("v"), new("k")] : [new("v")]);
        var number = 0;
        foreach (var row in rows.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (number++ == throwAt) throw new IOException("the source broke");
            var parts = row.Split(':');
            parts[0] = parts[0].PadRight(rowLength, '_');
            export.Write(parts, row);
        }

        return await export.CommitAsync(null, end);
    }

    /// <summary>What a reader sees: the rows in order, without what pads them.</summary>
    public async Task<string> ReadAsync(object place, LakeConnection? connection = null)
    {
        var options = new DataImportOptions { OnBadRow = error => throw error, Clock = Clock, NoPartition = true };
        connection ??= Connect();
        var rows = place is TableAddress table
            ? DataImport.ReadTableAsync(connection, table, options, null, CancellationToken.None)
            : DataImport.ReadAsync(connection, new ObjectSource((string)place), options, null, CancellationToken.None);
        var read = new List<string>();
        try
        {
            await foreach (var batch in rows)
                foreach (var row in batch.Rows) read.Add(string.Join(':', row.Values.Select(value => $"{value}".TrimEnd('_'))));
        }
        catch (LakeException error) when (error.Id == "ObjectNotFound" && place is string)
        {
            return "";
        }

        return string.Join(' ', read.Order(StringComparer.Ordinal));
    }

    /// <summary>Makes the tables: one without partitions, one with the partition key <c>k</c>.</summary>
    public async Task MakeTablesAsync()
    {
        var tables = new TableService(Connect());
        foreach (var table in new[] { Plain, Parted })
        {
            await tables.CreateAsync(
                TableService.Check(new NewTableOptions
                {
                    DatabaseName = table.DatabaseName,
                    Name = table.Name,
                    Column = [new GlueColumn("v", "string")],
                    PartitionKey = table == Parted ? [new GlueColumn("k", "string")] : [],
                    Location = $"s3://{Bucket}/d/{table.Name}/",
                    Format = DataFormats.Csv,
                    Header = true,
                }),
                CancellationToken.None);
        }
    }

    /// <summary>Sends a file that somebody else wrote.</summary>
    public Task PutAsync(string key, string content) =>
        Connect().Clients.S3.PutObjectAsync(new PutObjectRequest { BucketName = Bucket, Key = key, ContentBody = content });

    /// <summary>The keys under a place, partitions, and uploads: all that an export may leave.</summary>
    public async Task<(string[] Keys, string[] Partitions, int Uploads)> StoredAsync(object place)
    {
        var connection = Connect();
        var keys = new List<string>();
        var folder = place is TableAddress table ? $"s3://{Bucket}/d/{table.Name}/" : (string)place;
        await foreach (var item in new ObjectSource(folder).FindAsync(connection, CancellationToken.None)) keys.Add(item.Key);
        var partitions = new List<string>();
        if (place is TableAddress address)
            await foreach (var partition in new PartitionService(connection).ListAsync(address.DatabaseName, address.Name, null, null))
                partitions.Add(string.Join('/', partition.Value));
        var uploads = await connection.Clients.S3.ListMultipartUploadsAsync(Bucket);
        return ([.. keys], [.. partitions.Order(StringComparer.Ordinal)], uploads.MultipartUploads?.Count ?? 0);
    }

    public void Dispose() => _lake.Dispose();
}
