
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <content>Databases, tables, filters, and the tags on them.</content>
internal sealed partial class DefinitionBinder
{
    /// <summary>The keys of a table.</summary>
    public static string[] TableKeys => TableFacts.InDefinition.Keys;

    private void BindDatabase(DefinitionEntry entry)
    {
        var what = $"databases.{entry.Key}";
        if (!findings.Try(entry.Place, () => DatabaseService.CheckName(entry.Key))) return;
        var name = entry.Key.ToLowerInvariant();
        var map = _read.Map(entry.Value, what, DatabaseState.Facts.Keys);
        var facts = DatabaseState.Facts.Read(_read, map, "");
        if (LinkFacts.IsLink(facts)) RefuseOwn(map!, name);
        _items.Add(DatabaseState.Item(name, LinkFacts.OfItself(facts), _accountId));
        BindAssignment(LakeResource.Database(name, _accountId), map?.Find("tags"), what);
        if (map?.Find(DatabaseState.Location) is { } location && _read.Text(location, "") is { } address)
            findings.Try(location.Place, () => DatabaseService.CheckLocation(address));
        foreach (var table in _read.Open(map?.Find("tables"), what + ".tables", areFolded: true)?.Entries ?? []) BindTable(name, table);
    }

    // A resource link has only a target and tags.
    private void RefuseOwn(DefinitionNode.Map map, string name)
    {
        foreach (var entry in map.Entries.Where(entry => !LinkFacts.IsOfLink(entry.Key) && entry.Key != "tags"))
            findings.Add(entry.Place, Fault.ResourceLinkExcess(name, name, entry.Key));
    }

    private void BindLink(string database, string name, DefinitionNode.Map map, string what)
    {
        RefuseOwn(map, QualifiedName.Of(database, name));
        foreach (var key in new[] { LinkFacts.TargetDatabase, LinkFacts.TargetTable })
            if (map.Find(key) is null) _read.Missing(map, what, key);
        _items.Add(TableState.Item(database, name, LinkFacts.OfItself(TableFacts.All.Read(_read, map, what + ".")), _accountId));
        BindAssignment(LakeResource.Table(database, name, _accountId), map.Find("tags"), what);
    }

    private void BindTable(string database, DefinitionEntry entry)
    {
        var what = $"databases.{database}.tables.{entry.Key}";
        if (!findings.Try(entry.Place, () => TableService.CheckName(entry.Key))) return;
        var name = entry.Key.ToLowerInvariant();
        if (_read.Map(entry.Value, what, TableKeys) is not { } map) return;
        if (map.Find(LinkFacts.TargetTable) is not null || map.Find(LinkFacts.TargetDatabase) is not null)
        {
            BindLink(database, name, map, what);
            return;
        }

        var said = TableFacts.InDefinition.Read(_read, map, what + ".");
        CheckPreset(map, said);
        if (said.GetValueOrDefault(TableFacts.TableType) == TableState.View && !said.ContainsKey(TableFacts.ViewText))
            findings.Add(map.Find(TableFacts.TableType)!.Place, Fault.DefinitionViewRefused(what));
        foreach (var (key, _, place) in _read.Pairs(map.Find(TableFacts.Parameters), what + "." + TableFacts.Parameters))
            if (EngineParameters.Has(key)) findings.Add(place, Fault.DefinitionParameterOfEngine(key));
        var facts = TablePreset.Complete(said);
        var columns = ColumnList.Read(facts.GetValueOrDefault(TableFacts.Columns));
        var partitions = ColumnList.Read(facts.GetValueOrDefault(TableFacts.Partitions));
        // A column that could not be read already caused a finding.
        if (columns.Count == 0 && map.Find(TableFacts.Columns) is DefinitionNode.Map { Entries.Count: > 0 }
            or DefinitionNode.List { Items.Count: > 0 }) return;
        var options = new NewTableOptions
        {
            DatabaseName = database,
            Name = name,
            Location = facts.GetValueOrDefault(TableFacts.Location),
            Column = columns,
            PartitionKey = partitions,
        };
        if (map.Find(TableFacts.Columns) is null)
        {
            // A table without columns must be declared with an empty list, so a forgotten key does not create one.
            _read.Missing(map, what, $"{TableFacts.Columns}; a table without any has {TableFacts.Columns}: {{}}");
            return;
        }

        if (TableFacts.IsIceberg(facts)) options = TableFacts.Iceberg(database, name, facts);
        if (!findings.Try(entry.Place, () => Check(options, options.IsIceberg || TablePreset.HasFormat(said)))) return;
        _columns[QualifiedName.Of(database, name)] =
            [.. columns.Select(column => new RowColumn(column.Name, column.Type)),
                .. partitions.Select(column => new RowColumn(column.Name, column.Type, IsPartitionKey: true))];
        _items.Add(TableState.Item(database, name, facts, _accountId));
        BindAssignment(LakeResource.Table(database, name, _accountId), map.Find("tags"), what);
        foreach (var column in _read.Open(map.Find("columnTags"), what + ".columnTags", areFolded: true)?.Entries ?? [])
            if (HasColumn(database, name, column.Key, column.Place))
                BindAssignment(LakeResource.Columns(database, name, [column.Key], null, _accountId), column.Value, what);
        foreach (var filter in _read.Open(map.Find("filters"), what + ".filters")?.Entries ?? []) BindFilter(database, name, filter);
    }

    // A table without a preset was created by other software. It may have no columns, and its data may not be in S3.
    private static void Check(NewTableOptions options, bool hasFormat)
    {
        if (hasFormat) TableService.Check(options);
        else TableService.CheckForeign(options);
    }

    // The format would drop what it does not support.
    private void CheckPreset(DefinitionNode.Map map, IReadOnlyDictionary<string, string> said)
    {
        foreach (var key in TablePreset.Unused(said).Where(key => map.Find(key) is not null))
            findings.Add(map.Find(key)!.Place, Fault.DefinitionFormatTakesNone(key, said[TablePreset.Format]));
    }

    private void BindFilter(string database, string table, DefinitionEntry entry)
    {
        var what = $"the filter {entry.Key}";
        var map = _read.Map(entry.Value, what, DataFilterState.Facts.Keys);
        if (map is null || !_read.HasNames(map, what, DataFilterState.ColumnKeys[0])) return;
        var facts = DataFilterState.Facts.Read(_read, map, "");
        if (facts.GetValueOrDefault(DataFilterState.Rows) is { } rows)
        {
            try
            {
                TableRowFilter.Parse(rows, _columns[QualifiedName.Of(database, table)]);
            }
            catch (RowExpressionException error)
            {
                findings.Add(map.Find(DataFilterState.Rows)!.Place, Fault.InvalidRowFilter(rows, error.Position, error.Message));
            }
        }

        foreach (var key in DataFilterState.ColumnKeys)
        {
            foreach (var (column, place) in _read.Many(map.Find(key), key))
            {
                if (!HasColumn(database, table, NestedColumn.ColumnOf(column), place)
                    || !_columns.TryGetValue(QualifiedName.Of(database, table), out var columns)) continue;
                var problem = NestedColumn.Problem(column.ToLowerInvariant(), columns, isExcluded: key == DataFilterState.ColumnKeys[1]);
                if (problem is not null) findings.Add(place, Fault.FilterColumnInvalid(column, QualifiedName.Of(database, table), problem));
            }
        }

        if (DataFilterState.ColumnKeys.All(facts.ContainsKey))
            findings.Add(entry.Place, Fault.DefinitionContradiction(DataFilterState.ColumnKeys[0], DataFilterState.ColumnKeys[1]));
        _items.Add(DataFilterState.Item(database, table, entry.Key, facts, _accountId));
    }

    private void BindAssignment(LakeResource resource, DefinitionNode? tags, string what)
    {
        var pairs = _read.Pairs(tags, what + ".tags", areFolded: true);
        foreach (var (key, value, place) in pairs) CheckTag(key, value, place, place);
        if (pairs.Count > 0) _items.Add(TagAssignmentState.Item(resource, pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))));
    }

    // Nothing is known about a table outside the definition without a connection.
    private bool HasColumn(string database, string table, string column, DefinitionPlace place)
    {
        if (!_columns.TryGetValue(QualifiedName.Of(database, table), out var columns)
            || columns.Any(known => known.Name == column.ToLowerInvariant())) return true;
        findings.Suggest(
            place,
            Fault.ColumnNotFound(null, QualifiedName.Of(database, table), column, string.Join(", ", columns.Select(known => known.Name))),
            Spelling.Nearest(column, columns.Select(known => known.Name)));
        return false;
    }
}
