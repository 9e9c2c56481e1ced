using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <content>Databases, tables, filters, and the tags that are put on them.</content>
internal sealed partial class DefinitionBinder
{
    /// <summary>The keys of a table. The schema names the same.</summary>
    public static string[] TableKeys { get; } =
    [
        "description", "location", "format", "delimiter", "quote", "header", "tableType", "columns", "partitions", "parameters",
            "inputFormat", "outputFormat",
        "serdeLibrary", "serdeParameters", "tags", "columnTags", "filters",
    ];

    /// <summary>The format of tables that no preset describes.</summary>
    public const string NoFormat = "none";

    private void BindDatabase(DefinitionEntry entry)
    {
        var what = $"databases.{entry.Key}";
        if (!findings.Try(entry.Place, () => DatabaseService.CheckName(entry.Key))) return;
        var name = entry.Key.ToLowerInvariant();
        var map = _read.Map(entry.Value, what, "description", "location", "parameters", "tags", "tables");
        _items.Add(DatabaseState.Item(name, _read.Text(map?.Find("description"), "description"),
            _read.Text(map?.Find("location"), "location"),
            _read.Pairs(map?.Find("parameters"), "parameters").Select(pair => KeyValuePair.Create(pair.Key, pair.Value)), accountId));
        BindAssignment(LakeResource.Database(name, accountId), map?.Find("tags"), what);
        foreach (var table in _read.Open(map?.Find("tables"), what + ".tables")?.Entries ?? []) BindTable(name, table);
    }

    private void BindTable(string database, DefinitionEntry entry)
    {
        var what = $"databases.{database}.tables.{entry.Key}";
        if (!findings.Try(entry.Place, () => TableService.CheckName(entry.Key))) return;
        var name = entry.Key.ToLowerInvariant();
        if (_read.Map(entry.Value, what, TableKeys) is not { } map) return;
        string? Text(string key) => _read.Text(map.Find(key), $"{what}.{key}");
        char? Sign(string key) => Text(key) is { Length: > 0 } text ? text == "\\t" ? '\t' : text[0] : null;
        var columns = Columns(map.Find("columns"), what + ".columns");
        var partitions = Columns(map.Find("partitions"), what + ".partitions");
        var format = Choice(map.Find("format"), what + ".format", [.. TableFormat.Names, NoFormat]) ?? TableFormat.Names[0];
        var options = new NewTableOptions
        {
            DatabaseName = database,
            Name = name,
            Description = Text("description"),
            Location = Text("location"),
            Format = format == NoFormat ? TableFormat.Names[0] : format,
            Delimiter = Sign("delimiter"),
            QuoteCharacter = Sign("quote"),
            Header = _read.Truth(map.Find("header"), what + ".header") ?? false,
            TableType = Text("tableType"),
            Column = columns,
            PartitionKey = partitions,
            InputFormat = Text("inputFormat"),
            OutputFormat = Text("outputFormat"),
            SerdeLibrary = Text("serdeLibrary"),
            Parameter = Dictionary(_read.Pairs(map.Find("parameters"), what + ".parameters")),
            SerdeParameter = Dictionary(_read.Pairs(map.Find("serdeParameters"), what + ".serdeParameters")),
        };
        // A column that could not be read is a finding already.
        if (columns.Count == 0 && map.Find("columns") is DefinitionNode.Map { Entries.Count: > 0 }
            or DefinitionNode.List { Items.Count: > 0 }) return;
        if (!findings.Try(entry.Place, () => TableService.Check(options))) return;
        _columns[$"{database}.{name}"] =
            [.. columns.Select(column => new RowColumn(column.Name, column.Type)),
                .. partitions.Select(column => new RowColumn(column.Name, column.Type, IsPartitionKey: true))];
        _items.Add(TableState.Item(database, name, format == NoFormat ? TableFacts.OfRaw(options) : TableFacts.Of(options), accountId));
        BindAssignment(LakeResource.Table(database, name, accountId), map.Find("tags"), what);
        foreach (var column in _read.Open(map.Find("columnTags"), what + ".columnTags")?.Entries ?? [])
            if (HasColumn(database, name, column.Key, column.Place))
                BindAssignment(LakeResource.Columns(database, name, [column.Key], null, accountId), column.Value, what);
        foreach (var filter in _read.Open(map.Find("filters"), what + ".filters")?.Entries ?? []) BindFilter(database, name, filter);
    }

    private void BindFilter(string database, string table, DefinitionEntry entry)
    {
        var what = $"the filter {entry.Key}";
        var map = _read.Map(entry.Value, what, "rows", "columns", "excludedColumns");
        var rows = _read.Text(map?.Find("rows"), "rows");
        if (rows is not null)
        {
            try
            {
                TableRowFilter.Parse(rows, _columns[$"{database}.{table}"]);
            }
            catch (RowExpressionException error)
            {
                findings.Add(map!.Find("rows")!.Place, Fault.InvalidRowFilter(rows, error.Position, error.Message));
            }
        }

        var columns = Names(database, table, map?.Find("columns"));
        var excluded = Names(database, table, map?.Find("excludedColumns"));
        if (columns.Count > 0 && excluded.Count > 0)
            findings.Add(entry.Place, Fault.DefinitionContradiction("columns", "excludedColumns"));
        _items.Add(DataFilterState.Item(database, table, entry.Key, rows, columns, excluded, accountId));
    }

    private void BindAssignment(LakeResource resource, DefinitionNode? tags, string what)
    {
        var pairs = _read.Pairs(tags, what + ".tags");
        foreach (var (key, value, place) in pairs) CheckTag(key, value, place, place);
        if (pairs.Count > 0) _items.Add(TagAssignmentState.Item(resource, pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))));
    }

    private List<GlueColumn> Columns(DefinitionNode? node, string what)
    {
        var columns = new List<GlueColumn>();
        if (node is DefinitionNode.List list)
        {
            foreach (var item in list.Items)
                if (_read.Text(item, what) is { } spec) findings.Try(item.Place, () => columns.Add(ColumnSpec.Parse(spec)));
            return columns;
        }

        foreach (var entry in _read.Open(node, what)?.Entries ?? [])
        {
            // A type, or a map of type and comment.
            var map = entry.Value is DefinitionNode.Map ? _read.Map(entry.Value, $"{what}.{entry.Key}", "type", "comment") : null;
            var type = _read.Text(map is null ? entry.Value : map.Find("type"), $"{what}.{entry.Key}");
            var comment = _read.Text(map?.Find("comment"), $"{what}.{entry.Key}.comment");
            findings.Try(entry.Value.Place, () => columns.Add(ColumnSpec.Make(entry.Key, type, comment)));
        }

        return columns;
    }

    private List<string> Names(string database, string table, DefinitionNode? node) =>
        [.. _read.Many(node, "columns").Where(name => HasColumn(database, table, name.Text, name.Place)).Select(name => name.Text)];

    // Of a table that is not in the definition nothing can be known without a connection.
    private bool HasColumn(string database, string table, string column, DefinitionPlace place)
    {
        if (!_columns.TryGetValue($"{database}.{table}", out var columns) || columns.Any(known => known.Name == column.ToLowerInvariant()))
            return true;
        findings.Suggest(
            place,
            Fault.ColumnNotFound(null, $"{database}.{table}", column, string.Join(", ", columns.Select(known => known.Name))),
            Spelling.Nearest(column, columns.Select(known => known.Name)));
        return false;
    }

    private static Dictionary<string, string>? Dictionary(IReadOnlyList<(string Key, string Value, DefinitionPlace Place)> pairs) =>
        pairs.Count == 0 ? null : pairs.DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value);
}
