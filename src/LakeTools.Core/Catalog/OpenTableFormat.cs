using Amazon.Glue.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Tables for which a log, a manifest or metadata lists the valid files below their location. To read or write
/// such a location file by file would return deleted rows or corrupt the table.
/// </summary>
/// <remarks>
/// Source: Amazon Athena user guide, 'Query Apache Iceberg tables', 'Query Linux Foundation Delta Lake tables', 'Query Apache Hudi
/// datasets', 'Symlink'; Lake Formation developer guide, 'Governed tables'.
/// </remarks>
internal static class OpenTableFormat
{
    /// <summary>Apache Iceberg.</summary>
    public const string Iceberg = "Iceberg";

    /// <summary>Delta Lake.</summary>
    public const string Delta = "Delta";

    /// <summary>Apache Hudi.</summary>
    public const string Hudi = "Hudi";

    /// <summary>Files that list the files of the table.</summary>
    public const string SymlinkManifest = "symlink manifest";

    /// <summary>The governed tables of Lake Formation.</summary>
    public const string Governed = "governed table";

    /// <summary>The formats that are a table's <see cref="GlueTable.Format"/>; the others only list the valid files.</summary>
    public static IReadOnlyList<string> Names { get; } = [Iceberg, Delta, Hudi];

    private static readonly (string Format, string Mark)[] s_folders =
        [(Delta, "_delta_log/"), (Hudi, ".hoodie/"), (Iceberg, "metadata/")];

    /// <summary>The format that the catalog says a table has.</summary>
    /// <param name="table">The table.</param>
    /// <returns>One of the names here. Null for a table whose rows are all files below its location.</returns>
    public static string? NameOf(Table table)
    {
        var parameters = table.Parameters ?? [];
        var storage = table.StorageDescriptor;
        string?[] words =
        [
            Value(parameters, "table_type"),
            Value(parameters, "spark.sql.sources.provider"),
            Value(parameters, "classification"),
            Value(parameters, "storage_handler"),
            storage?.InputFormat,
            storage?.SerdeInfo?.SerializationLibrary,
        ];
        if (Contains(words, "iceberg") || Value(parameters, "metadata_location") is not null) return Iceberg;
        if (Contains(words, "hudi") || Contains(words, "hoodie")) return Hudi;
        if (Contains(words, "SymlinkTextInputFormat")) return SymlinkManifest;
        if (Array.Exists(words, word => Is(word, "delta")) || Contains(words, "io.delta.")) return Delta;
        return Is(table.TableType, "GOVERNED") ? Governed : null;
    }

    /// <summary>The format whose log or metadata is in a folder.</summary>
    /// <param name="folder">The folder's key; empty, or with a slash at its end.</param>
    /// <param name="keys">The keys of objects below it.</param>
    /// <returns>The format and the key of its log or metadata; null if there is none.</returns>
    public static (string Format, string Key)? InFolder(string folder, IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var (format, mark) in s_folders)
            {
                var place = ("/" + key[folder.Length..]).IndexOf("/" + mark, StringComparison.Ordinal);
                if (place >= 0 && (format != Iceberg || key.EndsWith(".metadata.json", StringComparison.Ordinal))) return (format, key);
            }
        }

        return null;
    }

    /// <summary>The prefixes below a folder that hold a log or metadata.</summary>
    public static IEnumerable<string> Marks => s_folders.Select(folder => folder.Mark);

    /// <summary>Refuses a table of such a format.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c>.</exception>
    public static void Refuse(Table table)
    {
        if (NameOf(table) is not { } format) return;
        var name = $"{table.DatabaseName}.{table.Name}";
        throw Fault.TableFormatNotSupported(name, $"The table {name}", format);
    }

    private static string? Value(Dictionary<string, string> parameters, string name) =>
        parameters.FirstOrDefault(pair => Is(pair.Key, name)).Value is { Length: > 0 } value ? value : null;

    private static bool Is(string? text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string?[] words, string part) =>
        Array.Exists(words, word => word?.Contains(part, StringComparison.OrdinalIgnoreCase) == true);
}
