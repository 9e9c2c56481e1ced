using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Import;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Glue;

/// <summary>
/// Makes tables of folders in S3, as a crawler of Glue does: a folder with files is a table, and so is each folder within it; folders named
/// <c>key=value</c> are partitions. The columns are those that <c>New-GlueTable -Like</c> finds in any of its files. Source: Glue developer
/// guide, S3Target.SampleSize: where it is not set, all the files are crawled.
/// </summary>
/// <param name="connection">The lake, as the crawler's role.</param>
public sealed class CatalogCrawl(LakeConnection connection)
{
    private const string MadeBy = "UPDATED_BY_CRAWLER";
    private const string Deprecated = "DEPRECATED_BY_CRAWLER";
    private const string Classification = "classification";
    private const string Delete = "DELETE_FROM_DATABASE";

    private readonly TableService _tables = new(connection);

    /// <summary>Carries out a crawl.</summary>
    /// <param name="plan">The crawl.</param>
    /// <param name="cancellationToken">Ends it between tables; what is made stays.</param>
    /// <returns>The number of tables that were made, changed, and removed or marked as gone.</returns>
    /// <exception cref="LakeException">A call was refused, or a folder's files are of no form that is read.</exception>
    public async Task<(int Created, int Updated, int Deleted)> RunAsync(CrawlPlan plan, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, CrawledTable>(StringComparer.Ordinal);
        foreach (var (uri, exclusions) in plan.Folders)
        {
            foreach (var table in await FindAsync(uri, exclusions, cancellationToken).ConfigureAwait(false))
                found.TryAdd(table.Location, table);
        }

        var known = new Dictionary<string, GlueTable>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var table in _tables.ListAsync(plan.DatabaseName, null, null, cancellationToken).ConfigureAwait(false))
        {
            names.Add(table.Name);
            if (table.Location is { } location) known.TryAdd(location.TrimEnd('/') + "/", table);
        }

        var (created, updated) = (0, 0);
        foreach (var table in found.Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var schema = await InferAsync(table, cancellationToken).ConfigureAwait(false);
            if (!known.TryGetValue(table.Location, out var old))
            {
                old = await CreateAsync(plan, table, schema, names, cancellationToken).ConfigureAwait(false);
                created++;
            }
            else if (await UpdateAsync(plan, old, schema, cancellationToken).ConfigureAwait(false))
            {
                updated++;
            }

            if (old.PartitionKey.Count > 0) await SyncPartitionsAsync(plan, old, cancellationToken).ConfigureAwait(false);
        }

        var gone = known.Where(pair => pair.Value.Parameter.GetValueOrDefault(MadeBy) == plan.Crawler && !found.ContainsKey(pair.Key)
            && (plan.DeleteBehavior == Delete || !pair.Value.Parameter.ContainsKey(Deprecated))).Select(pair => pair.Value);
        var deleted = 0;
        foreach (var table in gone)
            if (await RemoveAsync(plan, table, cancellationToken).ConfigureAwait(false)) deleted++;
        return (created, updated, deleted);
    }

    private async Task<List<CrawledTable>> FindAsync(string uri, IReadOnlyList<string> exclusions, CancellationToken cancellationToken)
    {
        var folder = S3Uri.Parse(uri.EndsWith('/') ? uri : uri + "/");
        var left = exclusions.Select(CrawlExclusion.Of).ToList();
        var tables = new Dictionary<string, CrawledTable>(StringComparer.Ordinal);
        var source = new ObjectSource(folder.ToString(), isLiteral: true);
        await foreach (var item in source.FindAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            var path = item.Key[folder.Key.Length..];
            if (item.Size == 0 || TablePartitions.IsHidden(path) || left.Exists(pattern => pattern.IsMatch(path))) continue;
            var folders = path.Split('/')[..^1];
            var own = folders.Length == 0 || folders[0].Contains('=') ? "" : folders[0] + "/";
            var location = new S3Uri(folder.Bucket, folder.Key + own).ToString();
            if (!tables.TryGetValue(location, out var table))
                tables.Add(location, table = new CrawledTable(location, path[own.Length..], []));
            table.Files.Add(item);
        }

        return [.. tables.Values];
    }

    // The first file says what the table's form is; every file may have columns that the others lack.
    private async Task<InferredSchema> InferAsync(CrawledTable table, CancellationToken cancellationToken)
    {
        InferredSchema? all = null;
        for (var i = 0; i < table.Files.Count; i++)
        {
            var one = await InferAsync(table, table.Files[i], all, cancellationToken).ConfigureAwait(false);
            if (one is null) continue;
            if (all is { QuoteCharacter: null } && one.QuoteCharacter is not null)
            {
                // All files are read as this one has to be.
                all = all with { QuoteCharacter = one.QuoteCharacter, Columns = [], SerdeParameters = one.SerdeParameters };
                i = -1;
                continue;
            }

            all = all is null ? one : all with { Columns = Joined(all, one.Columns), SerdeParameters = Mapped(all, one) };
        }

        var keys = PartitionPath.Pairs(table.Path).Select(pair => pair.Key).ToArray();
        return (all ?? throw Fault.DataEmpty(table.Location)) with
        {
            PartitionKeys = [.. HiveNames.Unique(keys).Select(key => new GlueColumn(key, "string"))],
        };
    }

    private async Task<InferredSchema?> InferAsync(CrawledTable table, LakeObject file, InferredSchema? first,
        CancellationToken cancellationToken)
    {
        var options = first is null ? new InferenceOptions { Others = table.Files } : new InferenceOptions
        {
            Format = first.Format,
            Delimiter = first.Delimiter,
            QuoteCharacter = first.QuoteCharacter,
            Header = first.Delimiter is null ? null : first.Header,
        };
        if (first is not null && Form(DataFormats.OfName(file.Key)) != Form(first.Format))
            throw Fault.CrawlFormatsDiffer(table.Location, first.Format, file.Uri);
        try
        {
            return await SchemaInference.InferAsync(connection, file.Uri, options, null, cancellationToken).ConfigureAwait(false);
        }
        catch (LakeException error) when (error.Id == nameof(Fault.DataEmpty))
        {
            return null;
        }
    }

    // The delimiter is detected in the file, whatever its name is.
    private static string Form(string format) => format == DataFormats.Tsv ? DataFormats.Csv : format;

    // Parquet's own types stay where none holds both: its reader names what it cannot read.
    private static List<GlueColumn> Joined(InferredSchema first, IReadOnlyList<GlueColumn> more)
    {
        var columns = first.Columns.ToList();
        foreach (var column in more)
        {
            var at = columns.FindIndex(known => known.Name == column.Name);
            if (at < 0)
            {
                columns.Add(column);
                continue;
            }

            var type = TypeUnion.Of(CellType.FromHive(columns[at].Type), CellType.FromHive(column.Type))?.ToHive()
                ?? (first.Format == DataFormats.Parquet ? columns[at].Type : "string");
            columns[at] = columns[at] with { Type = type };
        }

        return columns;
    }

    // Each file of JSON may have properties that need a mapping.
    private static IReadOnlyDictionary<string, string> Mapped(InferredSchema first, InferredSchema more) =>
        first.Format != DataFormats.Json || more.SerdeParameters.Count == 0 ? first.SerdeParameters
            : first.SerdeParameters.UnionBy(more.SerdeParameters, pair => pair.Key).ToDictionary();

    private async Task<GlueTable> CreateAsync(CrawlPlan plan, CrawledTable table, InferredSchema schema, HashSet<string> names,
        CancellationToken cancellationToken)
    {
        var trimmed = table.Location.TrimEnd('/');
        var name = HiveNames.Unique([plan.TablePrefix + trimmed[(trimmed.LastIndexOf('/') + 1)..]])[0];
        if (!names.Add(name))
        {
            // Glue adds a hash of the path in such a case, too.
            name += "_" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(
                System.Text.Encoding.UTF8.GetBytes(table.Location)))[..8].ToLowerInvariant();
            names.Add(name);
        }

        var keys = schema.PartitionKeys.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        var parameters = new Dictionary<string, string>(schema.Parameters)
        {
            [Classification] = schema.Format.ToLowerInvariant() is "tsv" ? "csv" : schema.Format.ToLowerInvariant(),
            [MadeBy] = plan.Crawler,
        };
        var created = await _tables.CreateAsync(TableService.Check(new NewTableOptions
        {
            DatabaseName = plan.DatabaseName,
            Name = name,
            Column = [.. schema.Columns.Where(column => !keys.Contains(column.Name))],
            PartitionKey = schema.PartitionKeys,
            Location = table.Location,
            Format = schema.Format,
            Delimiter = schema.Delimiter,
            QuoteCharacter = schema.QuoteCharacter,
            Header = schema.Header,
            Parameter = parameters,
            SerdeParameter = schema.SerdeParameters,
        }), cancellationToken).ConfigureAwait(false);
        return await created.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    // Columns that are new, or of another type, are written; those that no file has any more stay, as with Glue.
    private async Task<bool> UpdateAsync(CrawlPlan plan, GlueTable table, InferredSchema schema, CancellationToken cancellationToken)
    {
        if (plan.UpdateBehavior == "LOG") return false;
        var keys = table.PartitionKey.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        var types = table.Column.ToDictionary(column => column.Name, column => column.Type, StringComparer.Ordinal);
        var changed = schema.Columns.Where(column => !keys.Contains(column.Name)
            && !string.Equals(types.GetValueOrDefault(column.Name), column.Type, StringComparison.OrdinalIgnoreCase)).ToList();
        var isBack = table.Parameter.ContainsKey(Deprecated);
        if (changed.Count == 0 && !isBack) return false;
        await new TableEditor(connection).ChangeAsync(TableEditor.Check(new TableChange
        {
            DatabaseName = table.DatabaseName,
            Name = table.Name,
            AddColumn = changed,
            SerdeParameter = schema.Format == DataFormats.Json
                ? schema.SerdeParameters.ToDictionary(pair => pair.Key, pair => (string?)pair.Value) : null,
            Parameter = new Dictionary<string, string?> { [MadeBy] = plan.Crawler, [Deprecated] = null },
        }), cancellationToken).ConfigureAwait(false);
        return true;
    }

    // Partitions whose folders are gone go with -DeleteBehavior DeleteFromDatabase alone: they cannot be marked as a table can.
    private async Task SyncPartitionsAsync(CrawlPlan plan, GlueTable table, CancellationToken cancellationToken)
    {
        var sync = new PartitionSync(connection);
        var changes = await sync.CompareAsync(
            table.DatabaseName, table.Name, null, isAddOnly: plan.DeleteBehavior != Delete, null, null, cancellationToken)
            .ConfigureAwait(false);
        await foreach (var outcome in sync.ApplyAsync(changes, null, null, cancellationToken).ConfigureAwait(false))
            if (outcome.Error is { } error) throw error;
    }

    private async Task<bool> RemoveAsync(CrawlPlan plan, GlueTable table, CancellationToken cancellationToken)
    {
        if (plan.DeleteBehavior == "LOG") return false;
        if (plan.DeleteBehavior == Delete)
        {
            await _tables.RemoveAsync(table.DatabaseName, table.Name, null, cancellationToken).ConfigureAwait(false);
            return true;
        }

        await new TableEditor(connection).ChangeAsync(TableEditor.Check(new TableChange
        {
            DatabaseName = table.DatabaseName,
            Name = table.Name,
            Parameter = new Dictionary<string, string?>
            {
                [Deprecated] = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
        }), cancellationToken).ConfigureAwait(false);
        return true;
    }

    private sealed record CrawledTable(string Location, string Path, List<LakeObject> Files);
}
