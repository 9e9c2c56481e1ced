using System.Text;
using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Rules.Queries;

namespace LakeTools.Local.Athena;

/// <summary>
/// The result of a query as a file of Athena's CSV in the lake's folder: every value in quotes, null as nothing. It stays there for a day
/// where the lake keeps results itself, as AWS keeps managed results; otherwise it goes from here to its place in S3.
/// </summary>
internal sealed class ResultFile : IQueryOutput, IDisposable
{
    private const int MostWarnings = 20;

    private static readonly TimeSpan s_kept = TimeSpan.FromHours(24);
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string _path;
    private readonly StreamWriter _writer;
    private readonly Action<long> _scanned;
    private readonly List<string> _warnings = [];

    private ResultFile(string path, Action<long> scanned)
    {
        (_path, _scanned) = (path, scanned);
        _writer = new StreamWriter(OwnFiles.Make(path, bufferSize: 64 * 1024), s_utf8) { NewLine = "\n" };
    }

    /// <summary>The columns as GetQueryResults answers them.</summary>
    public JsonArray Columns { get; private set; } = [];

    /// <summary>The query's warnings, one per line; null for none.</summary>
    public string? Warnings
    {
        get
        {
            lock (_warnings)
            {
                var more = _warnings.Count - MostWarnings;
                var shown = string.Join('\n', _warnings.Take(MostWarnings));
                return _warnings.Count == 0 ? null : more > 0 ? FormattableString.Invariant($"{shown}\nFurther warnings: {more}.") : shown;
            }
        }
    }

    /// <summary>The path of a result that the lake manages.</summary>
    public static string PathOf(LakeContext lake, string id) => Path.Combine(FolderOf(lake), id + ".csv");

    /// <summary>Makes the file of a query.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="id">The query's id.</param>
    /// <param name="scanned">Told how many bytes the query has read.</param>
    public static ResultFile Create(LakeContext lake, string id, Action<long> scanned)
    {
        OwnFiles.MakeFolder(FolderOf(lake));
        Sweep(lake);
        return new ResultFile(PathOf(lake, id), scanned);
    }

    /// <summary>Removes the results that are older than a day.</summary>
    public static void Sweep(LakeContext lake)
    {
        if (!Directory.Exists(FolderOf(lake))) return;
        foreach (var file in Directory.EnumerateFiles(FolderOf(lake)))
        {
            if (lake.Clock.GetUtcNow().UtcDateTime - File.GetLastWriteTimeUtc(file) < s_kept) continue;
            TryDelete(file);
        }
    }

    /// <inheritdoc/>
    public void Begin(IReadOnlyList<QueryColumn> columns)
    {
        Columns = [.. columns.Select(column => (JsonNode)new JsonObject
        {
            ["CatalogName"] = "hive",
            ["SchemaName"] = "",
            ["TableName"] = "",
            ["Name"] = column.Name,
            ["Label"] = column.Name,
            ["Type"] = column.Type,
            ["Precision"] = column.Precision,
            ["Scale"] = column.Scale,
            ["Nullable"] = "UNKNOWN",
            ["CaseSensitive"] = column.IsCaseSensitive,
        })];
        Write([.. columns.Select(column => column.Name)]);
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyList<string?> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) _writer.Write(',');
            if (values[i] is not { } text) continue;
            _writer.Write('"');
            _writer.Write(text.Contains('"', StringComparison.Ordinal) ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text);
            _writer.Write('"');
        }

        _writer.Write('\n');
    }

    /// <inheritdoc/>
    public void Scanned(long bytes) => _scanned(bytes);

    /// <inheritdoc/>
    public void Warn(string text)
    {
        // A table that a query names twice is read twice.
        lock (_warnings)
            if (!_warnings.Contains(text)) _warnings.Add(text);
    }

    /// <summary>Ends the writing.</summary>
    public void Close() => _writer.Dispose();

    /// <summary>Opens the file to read.</summary>
    public Stream OpenRead() => File.OpenRead(_path);

    /// <summary>Removes the file.</summary>
    public void Delete() => TryDelete(_path);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static string FolderOf(LakeContext lake) => Path.Combine(lake.Folder, "queries");

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process reads it. The next sweep deletes it.
        }
    }
}
