using System.Text;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Csv;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Json;
using LakeTools.Core.Data.Parquet;
using LakeTools.Core.Data.Rows;
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
    /// <param name="connection">The lake that an address in S3 lies in.</param>
    /// <param name="pathOrUri">A file's path, or an address in S3; one that means many objects stands for the first by key that is not
    /// empty.</param>
    /// <param name="options">What is known beforehand.</param>
    /// <param name="progress">Told what is read, or null.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The columns and the file's form.</returns>
    /// <exception cref="LakeException"><c>PathNotFound</c>, <c>ObjectNotFound</c>, <c>FormatNotSupported</c>, <c>DataEmpty</c>.</exception>
    public static async Task<InferredSchema> InferAsync(LakeConnection connection, string pathOrUri, InferenceOptions options,
        IProgress<LakeProgress>? progress, CancellationToken cancellationToken)
    {
        var file = S3Uri.LooksLikeOne(pathOrUri)
            ? await FirstObjectAsync(connection, pathOrUri, cancellationToken).ConfigureAwait(false)
            : DataFile.OfPath(pathOrUri);
        progress?.Report(new LakeProgress("Inferring columns", file.Path));
        var format = options.Format ?? DataFormats.OfName(file.Path);
        format = DataFormats.Require(format, "inferred from");
        if (format is DataFormats.Json or DataFormats.Parquet)
            return await InferNamedAsync(file, format, options, cancellationToken).ConfigureAwait(false);
        using var text = new StreamReader(await file.OpenAsync(cancellationToken).ConfigureAwait(false), Encoding.UTF8);
        return await InferDelimitedAsync(text, file.Path, format, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Infers the columns of delimited text.</summary>
    internal static async Task<InferredSchema> InferDelimitedAsync(TextReader text, string path, string format, InferenceOptions options,
        CancellationToken cancellationToken)
    {
        var sample = await SampleAsync(text, options.SampleLength, cancellationToken).ConfigureAwait(false);
        var isTsv = format.Equals(DataFormats.Tsv, StringComparison.OrdinalIgnoreCase);
        var delimiter = options.Delimiter
            ?? (isTsv ? '\t' : await CsvSniffer.FindDelimiterAsync(sample, cancellationToken).ConfigureAwait(false));
        var records = await CsvSniffer.ReadAsync(sample, new CsvDialect(delimiter), options.SampleRows + 1, cancellationToken)
            .ConfigureAwait(false);
        if (records.Count == 0) throw Fault.DataEmpty(path);
        var hasHeader = options.Header ?? CsvSniffer.HasHeader(records);
        var width = records[0].Length;
        var names = HiveNames.Unique(hasHeader ? records[0] : new string[width].Select(_ => "").ToArray());
        var guesses = names.Select(_ => new ColumnTypeGuess()).ToArray();
        foreach (var record in records.Skip(hasHeader ? 1 : 0))
        {
            if (record.Length != width) continue; // a bad row, which reading will name
            for (var i = 0; i < width; i++) guesses[i].Add(record[i]);
        }

        var columns = names.Zip(guesses, (name, guess) => new GlueColumn(name, guess.Type.ToHive())).ToArray();
        return new InferredSchema(columns, delimiter == '\t' ? DataFormats.Tsv : DataFormats.Csv, delimiter, hasHeader);
    }

    // Parquet says its types; of JSON, the values of the first rows do.
    private static async Task<InferredSchema> InferNamedAsync(DataFile file, string format, InferenceOptions options,
        CancellationToken cancellationToken)
    {
        var fields = format == DataFormats.Json
            ? await InferJsonAsync(file, options, cancellationToken).ConfigureAwait(false)
            : await ParquetRowReader.ReadSchemaAsync(file.OpenSeekable(), cancellationToken).ConfigureAwait(false);
        if (fields.Count == 0) throw Fault.DataEmpty(file.Path);
        var names = HiveNames.Unique(fields.Select(field => field.Name).ToArray());
        return new InferredSchema(names.Zip(fields, (name, field) => new GlueColumn(name, field.Type.ToHive().ToLowerInvariant()))
            .ToArray(), format, null, false);
    }

    private static async Task<IReadOnlyList<CellField>> InferJsonAsync(DataFile file, InferenceOptions options,
        CancellationToken cancellationToken)
    {
        var guess = new ValueTypeGuess(isJson: true);
        var rows = new List<DataRow>();
        var last = new BatchBuilder();
        await foreach (var batch in new JsonFormat().ReadAsync(file, new FileColumns(file.Path, []), last, _ => { },
            cancellationToken).ConfigureAwait(false))
        {
            rows.AddRange(batch.Rows);
            if (rows.Count >= options.SampleRows) break;
        }

        rows.AddRange(last.Take()?.Rows ?? []);
        foreach (var row in rows.Take(options.SampleRows)) guess.Add(row);
        return guess.Type.Parts ?? [];
    }

    /// <summary>The text's beginning; where it is cut, without its last line, which may not be whole.</summary>
    private static async Task<string> SampleAsync(TextReader text, int length, CancellationToken cancellationToken)
    {
        var buffer = new char[Math.Min(length, 64 * 1024)];
        var sample = new StringBuilder();
        while (sample.Length < length)
        {
            var read = await text.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, length - sample.Length)), cancellationToken)
                .ConfigureAwait(false);
            if (read == 0) return sample.ToString();
            sample.Append(buffer, 0, read);
        }

        var cut = sample.ToString();
        var lastLine = cut.LastIndexOf('\n');
        return lastLine > 0 ? cut[..(lastLine + 1)] : cut;
    }

    private static async Task<DataFile> FirstObjectAsync(LakeConnection connection, string uri, CancellationToken cancellationToken)
    {
        await foreach (var item in ObjectListing.FindAsync(connection, uri, cancellationToken).ConfigureAwait(false))
            if (item.Size > 0) return DataFile.OfObject(connection.Clients.S3, item);
        throw ObjectListing.NotFound(uri);
    }
}
