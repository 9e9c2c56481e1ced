using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Json;
using LakeTools.Core.Data.Parquet;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Import;

/// <summary>
/// Finds the columns of a file from its beginning: by default from its first 10,000 rows or four million characters,
/// whichever ends first. The same file gives the same columns, always.
/// </summary>
public static class SchemaInference
{
    /// <summary>Infers the columns of a file or an object.</summary>
    /// <param name="connection">The lake that an address in S3 is in.</param>
    /// <param name="pathOrUri">A file's path, or an address in S3; one that means many objects represents the first by key that
    /// is not empty.</param>
    /// <param name="options">The known properties.</param>
    /// <param name="progress">Told what is read, or null.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The columns and the file's form.</returns>
    /// <exception cref="LakeException"><c>PathNotFound</c>, <c>ObjectNotFound</c>, <c>FormatNotSupported</c>,
    /// <c>FormatParameterNotAllowed</c>, <c>DataEmpty</c>,
    /// <c>EncodingUnknown</c>, <c>TextEncodingInvalid</c>, <c>DataFileInvalid</c>.</exception>
    public static async Task<InferredSchema> InferAsync(LakeConnection connection, string pathOrUri, InferenceOptions options,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        if (S3Uri.LooksLikeOne(pathOrUri))
        {
            var (items, folders) = await FirstObjectsAsync(connection, pathOrUri, cancellationToken).ConfigureAwait(false);
            var files = items.Concat(options.Others).Select(item => DataFile.OfObject(connection.Clients.S3, item)).ToList();
            var found = await InferAsync(files, options, progress, cancellationToken).ConfigureAwait(false);
            var keys = HiveNames.Unique(PartitionPath.Pairs(folders).Select(pair => pair.Key).ToArray());
            return found with { PartitionKeys = [.. keys.Select(key => new GlueColumn(key, "string"))] };
        }

        return await InferAsync([DataFile.OfPath(pathOrUri)], options, progress, cancellationToken).ConfigureAwait(false);
    }

    // Of the first file. The others tell whether it has a header.
    private static async Task<InferredSchema> InferAsync(IReadOnlyList<DataFile> files, InferenceOptions options,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var file = files[0];
        progress?.Report(new LakeProgress("Inferring columns", file.Path));
        var format = options.Format ?? DataFormats.OfName(file.Path);
        format = DataFormats.Require(format, "inferred from");
        DataFormats.RequireUse([format], options.Delimiter, options.QuoteCharacter, options.Header is true ? "-Header" : null,
            options.Encoding);
        var encoding = options.Encoding is { } name ? TextEncoding.Of(name) : null;
        try
        {
            if (format is DataFormats.Json or DataFormats.Parquet)
                return await InferNamedAsync(file, format, encoding, options, cancellationToken).ConfigureAwait(false);
            var content = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var text = await DecodedText.OpenAsync(content, encoding, cancellationToken).ConfigureAwait(false);
            var alike = files.Where(other => options.Format is not null || DataFormats.OfName(other.Path) == format);
            return await InferDelimitedAsync(text, file.Path, format, options, text.Encoding, cancellationToken, alike)
                .ConfigureAwait(false);
        }
        catch (Exception error) when (error is InvalidDataException || Zstandard.IsFault(error))
        {
            throw Fault.DataFileInvalid(file.Path, format, error.Message, inner: error);
        }
    }

    /// <summary>Infers the columns of delimited text, and the SerDe that reads it as it is.</summary>
    /// <exception cref="LakeException"><c>DataEmpty</c>, <c>DialectNotReadable</c>, <c>TextEncodingInvalid</c>.</exception>
    internal static async Task<InferredSchema> InferDelimitedAsync(TextReader text, string path, string format, InferenceOptions options,
        Encoding? encoding, CancellationToken cancellationToken, IEnumerable<DataFile>? files = null)
    {
        var (whole, lines) = await CsvSniffer.HeadAsync(text, cancellationToken).ConfigureAwait(false);
        var sample = await SampleAsync(whole, path, options.SampleLength, cancellationToken).ConfigureAwait(false);
        var hints = RowFormats.Hints(format, new CsvHints(options.Delimiter, options.QuoteCharacter, options.Header));
        var look = await CsvSniffer.LookAsync(lines, hints, cancellationToken).ConfigureAwait(false);
        var folder = new CsvFolder(files ?? [], hints, encoding);
        var hasHeader = hints.Header ?? await folder.HasHeaderAsync(path, look, cancellationToken).ConfigureAwait(false);
        var shape = await CsvShape.OfAsync(sample, look.With(hasHeader), options.SampleRows, cancellationToken).ConfigureAwait(false);
        var found = shape is null ? throw Fault.DataEmpty(path) : shape.Schema(path, encoding, options.QuoteCharacter);
        return folder.Warning is { } warning ? found with { Warnings = [.. found.Warnings, warning] } : found;
    }

    // Parquet says its types; of JSON, the values of the first rows do.
    private static async Task<InferredSchema> InferNamedAsync(DataFile file, string format, Encoding? encoding, InferenceOptions options,
        CancellationToken cancellationToken)
    {
        if (format == DataFormats.Json) await RequireUtf8Async(file, encoding, cancellationToken).ConfigureAwait(false);
        var fields = format == DataFormats.Json
            ? await InferJsonAsync(file, encoding, options, cancellationToken).ConfigureAwait(false)
            : await ParquetRowReader.ReadSchemaAsync(file.OpenSeekable(), cancellationToken).ConfigureAwait(false);
        if (fields.Count == 0) throw Fault.DataEmpty(file.Path);
        var names = HiveNames.Unique(fields.Select(field => field.Name).ToArray());
        var found = new InferredSchema(names.Zip(fields, (name, field) =>
            new GlueColumn(name, CatalogType.Of(field.Type, name, file.Path))).ToArray(), format, null, false);
        var others = names.Zip(fields, (name, field) => (Column: name, Field: field.Name))
            .Where(pair => !pair.Column.Equals(pair.Field, StringComparison.OrdinalIgnoreCase)).ToList();
        if (others.Count == 0) return found;
        if (format == DataFormats.Json)
            return found with { SerdeParameters = others.ToDictionary(pair => SerdeProperties.Mapping + pair.Column, pair => pair.Field) };
        var unread = string.Join(", ", others.Select(pair => $"'{pair.Field}' ({pair.Column})"));
        return found with { Warnings = [$"{file.Path}: Athena reads columns of Parquet by their own names, so the table does not "
            + $"have the values of {unread}. Import-LakeData reads them by S3 URI."] };
    }

    private static async Task RequireUtf8Async(DataFile file, Encoding? given, CancellationToken cancellationToken)
    {
        var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = stream.ConfigureAwait(false);
        var (_, encoding) = await TextEncoding.DetectAsync(stream, given, cancellationToken).ConfigureAwait(false);
        if (!TextEncoding.IsPartOfUtf8(encoding))
            throw Fault.DialectNotReadable(file.Path, file.Path, $"its JSON is {encoding.WebName}, and the SerDes require UTF-8");
    }

    private static async Task<IReadOnlyList<CellField>> InferJsonAsync(DataFile file, Encoding? encoding, InferenceOptions options,
        CancellationToken cancellationToken)
    {
        var guess = new ValueTypeGuess(isJson: true);
        var rows = new List<DataRow>();
        var last = new BatchBuilder();
        LakeBadRow? unread = null;
        LakeException? undecodable = null;
        void OnBadRow(LakeException error)
        {
            if (error.Id == nameof(Fault.TextEncodingInvalid)) undecodable ??= error;
            if (error.Target is LakeBadRow bad && JsonRowReader.IsReadByAddress(bad)) unread ??= bad;
        }

        var format = new JsonFormat { Encoding = encoding, IsObjectALine = true };
        await foreach (var batch in format.ReadAsync(file, new FileColumns(file.Path, []), last, OnBadRow, cancellationToken)
            .ConfigureAwait(false))
        {
            rows.AddRange(batch.Rows);
            if (rows.Count >= options.SampleRows) break;
        }

        if (undecodable is not null) throw undecodable;
        if (unread is not null) throw Fault.DialectNotReadable(unread, file.Path, $"line {unread.Line}: {unread.Reason}");
        rows.AddRange(last.Take()?.Rows ?? []);
        foreach (var row in rows.Take(options.SampleRows)) guess.Add(row);
        return guess.Type.Parts ?? [];
    }

    // The text's beginning; where it is cut, without its last line, which may not be whole.
    private static async Task<string> SampleAsync(TextReader text, string path, int length, CancellationToken cancellationToken)
    {
        var buffer = new char[Math.Min(length, 64 * 1024)];
        var sample = new StringBuilder();
        try
        {
            while (sample.Length < length)
            {
                var read = await text.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, length - sample.Length)), cancellationToken)
                    .ConfigureAwait(false);
                if (read == 0) return sample.ToString();
                sample.Append(buffer, 0, read);
            }
        }
        catch (UndecodableTextException error)
        {
            var before = sample.ToString();
            var line = before.AsSpan().Count('\n') + 1;
            var column = (before.Length - before.LastIndexOf('\n')).ToString("0", null);
            var bad = new LakeBadRow(path, line, column, error.Message);
            throw Fault.TextEncodingInvalid(bad, path, line, column, error.Bytes, error.Encoding, inner: error);
        }

        return CsvSniffer.WholeLines(sample.ToString());
    }

    // The first files that are read of a table there, and the key of the first below the folder.
    private static async Task<(IReadOnlyList<LakeObject> Items, string Path)> FirstObjectsAsync(LakeConnection connection, string uri,
        CancellationToken cancellationToken)
    {
        // One file is asked for: the object with these very characters comes before those that they match as wildcards.
        var source = new ObjectSource(uri);
        var named = source.HasWildcards
            ? await ObjectListing.GetAsync(connection, S3Uri.Parse(uri), cancellationToken).ConfigureAwait(false) : null;
        if (named is not null) return ([named], "");
        var items = new List<LakeObject>();
        await foreach (var item in source.FindAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            if (source.IsNamed(item)) return item.Size > 0 ? ([item], "") : throw Fault.DataEmpty(uri);
            if (item.Size > 0 && !TablePartitions.IsHidden(item.Key[source.Folder.Length..])) items.Add(item);
            if (items.Count == CsvFolder.MostLookedAt) break;
        }

        return items.Count > 0 ? (items, items[0].Key[source.Folder.Length..]) : throw ObjectListing.NotFound(uri);
    }
}
