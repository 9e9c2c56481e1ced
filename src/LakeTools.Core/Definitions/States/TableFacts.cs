using System.Text.Json;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.States;

/// <summary>A table's facts: those of Glue's own shape, so that a table that something else made is the same to it.</summary>
internal static class TableFacts
{
    public const string Columns = "columns";
    public const string Partitions = "partitions";
    private const string Parameter = "parameter.";
    private const string Serde = "serde.";

    /// <summary>What the catalog itself keeps among a table's parameters; it says nothing of what the table is.</summary>
    private static readonly HashSet<string> s_ofCatalog =
        new(StringComparer.Ordinal) { "transient_lastDdlTime", "last_modified_time", "last_modified_by" };

    public static IReadOnlyDictionary<string, string> Of(GlueTable table) => StateItem.FactsOf(
    [
        ("description", table.Description),
        ("location", table.Location),
        ("tableType", table.TableType),
        ("inputFormat", table.InputFormat),
        ("outputFormat", table.OutputFormat),
        ("serdeLibrary", table.SerdeLibrary),
        (Columns, Text(table.Column)),
        (Partitions, table.PartitionKey.Count > 0 ? Text(table.PartitionKey) : null),
        .. table.Parameter.Where(pair => !s_ofCatalog.Contains(pair.Key)).Select(pair => (Parameter + pair.Key, (string?)pair.Value)),
        .. table.SerdeParameter.Select(pair => (Serde + pair.Key, (string?)pair.Value)),
    ]);

    public static IReadOnlyDictionary<string, string> Of(NewTableOptions options)
    {
        var input = TableMapping.ToInput(options);
        return Of(TableMapping.ToTable(new Table
        {
            DatabaseName = options.DatabaseName, Name = options.Name, Description = input.Description, TableType = input.TableType,
                Parameters = input.Parameters,
            PartitionKeys = input.PartitionKeys, StorageDescriptor = input.StorageDescriptor,
        }));
    }

    /// <summary>The facts of a table that no format describes: what was said, and nothing more.</summary>
    public static IReadOnlyDictionary<string, string> OfRaw(NewTableOptions options) => Of(new GlueTable
    {
        DatabaseName = options.DatabaseName,
        Name = options.Name,
        Description = options.Description,
        Location = options.Location,
        TableType = options.TableType,
        InputFormat = options.InputFormat,
        OutputFormat = options.OutputFormat,
        SerdeLibrary = options.SerdeLibrary,
        Column = options.Column,
        PartitionKey = options.PartitionKey,
        Parameter = options.Parameter ?? new Dictionary<string, string>(),
        SerdeParameter = options.SerdeParameter ?? new Dictionary<string, string>(),
    });

    /// <summary>Puts facts into what Glue takes.</summary>
    /// <param name="input">The table as it is, or an empty one with its name.</param>
    /// <param name="set">Facts that are new or other.</param>
    /// <param name="unset">Facts that are no more.</param>
    public static void Apply(TableInput input, IReadOnlyDictionary<string, string> set, IReadOnlyList<string> unset)
    {
        var storage = input.StorageDescriptor ??= new StorageDescriptor();
        var serde = storage.SerdeInfo ??= new SerDeInfo();
        input.Description = Fact("description", input.Description);
        input.TableType = Fact("tableType", input.TableType);
        storage.Location = Fact("location", storage.Location);
        storage.InputFormat = Fact("inputFormat", storage.InputFormat);
        storage.OutputFormat = Fact("outputFormat", storage.OutputFormat);
        serde.SerializationLibrary = Fact("serdeLibrary", serde.SerializationLibrary);
        if (set.TryGetValue(Columns, out var columns)) storage.Columns = Read(columns);
        if (set.TryGetValue(Partitions, out var keys)) input.PartitionKeys = Read(keys);
        input.Parameters = Merged(input.Parameters, Parameter, set, unset);
        serde.Parameters = Merged(serde.Parameters, Serde, set, unset);

        string? Fact(string name, string? old) => set.TryGetValue(name, out var value) ? value : unset.Contains(name) ? null : old;
    }

    /// <summary>Columns as a person would write them: <c>id int, region string</c>.</summary>
    public static string Show(string columns) => string.Join(", ", Read(columns).Select(column => $"{column.Name} {column.Type}"));

    /// <summary>The columns' names and types.</summary>
    public static IReadOnlyList<GlueColumn> ReadColumns(string? columns) => columns is null ? [] : TableMapping.Columns(Read(columns));

    public static string Text(IEnumerable<GlueColumn> columns) => JsonSerializer.Serialize(columns.Select(column =>
        column.Comment is null ? new[] { column.Name, column.Type } : [column.Name, column.Type, column.Comment]), ReadableJson.Options);

    private static List<Column> Read(string text) => [.. JsonSerializer.Deserialize<string[][]>(text)!.Select(column =>
        new Column { Name = column[0], Type = column[1], Comment = column.Length > 2 ? column[2] : null })];

    private static Dictionary<string, string> Merged(Dictionary<string, string>? old, string prefix,
        IReadOnlyDictionary<string, string> set, IReadOnlyList<string> unset)
    {
        var merged = old is null ? [] : new Dictionary<string, string>(old);
        foreach (var (name, value) in StateItem.PartOf(set, prefix)) merged[name] = value;
        foreach (var gone in unset.Where(fact => fact.StartsWith(prefix, StringComparison.Ordinal))) merged.Remove(gone[prefix.Length..]);
        return merged;
    }
}
