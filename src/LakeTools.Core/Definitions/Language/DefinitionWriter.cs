using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using YamlDotNet.Serialization;
using static LakeTools.Core.Definitions.Nodes.DefinitionParameters;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Writes a state as a definition that is read as the same state.</summary>
internal static class DefinitionWriter
{
    private static readonly string[] s_head = ["lake", "name", DefinitionBinder.Account];

    private static readonly ISerializer s_yaml = new SerializerBuilder()
        .WithQuotingNecessaryStrings().WithEventEmitter(next => new YamlText(next)).DisableAliases().Build();

    /// <summary>Writes a definition.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="account">The account that it is for.</param>
    /// <param name="state">The state to write.</param>
    /// <returns>YAML.</returns>
    public static string Write(string name, string account, LakeState state) => s_yaml.Serialize(Root(name, account, state));

    /// <summary>
    /// Writes a definition as files that include each other: the definition itself, one for each key, and one for each database with
    /// what is granted in it.
    /// </summary>
    /// <inheritdoc cref="Write"/>
    /// <returns>The files; the first one includes the others.</returns>
    public static IReadOnlyList<DefinitionFile> WriteParts(string name, string account, LakeState state)
    {
        var databases = state.Items.Where(item => item.Key.Kind == StateKind.Database).Select(item => item.Key.Id)
            .ToHashSet(StringComparer.Ordinal);
        string? DatabaseOf(StateItem item) =>
            item.Resource is { DatabaseName: { } database } resource && (resource.CatalogId ?? account) == account
                && databases.Contains(database) ? database : null;
        var groups = state.Items.ToLookup(DatabaseOf);
        var (root, parts) = (new Dictionary<string, object>(), new List<DefinitionFile>());
        foreach (var (key, value) in Root(name, account, new LakeState(groups[null])))
        {
            if (s_head.Contains(key)) root[key] = value;
            else parts.Add(Part($"{key}.yaml", new() { [key] = value }));
        }

        foreach (var database in databases.Order(StringComparer.Ordinal))
            parts.Add(Part(
                $"databases/{PartName.Of(database)}.yaml",
                Root(name, account, new LakeState(groups[database])).Where(pair => !s_head.Contains(pair.Key)).ToDictionary()));
        if (parts.Count > 0) root["include"] = parts.ConvertAll(part => part.Path);
        return [Part($"{PartName.Of(name)}.yaml", root), .. parts];
    }

    private static DefinitionFile Part(string path, Dictionary<string, object> content) => new(path, s_yaml.Serialize(content));

    private static Dictionary<string, object> Root(string name, string account, LakeState state)
    {
        var root = new Dictionary<string, object> { ["lake"] = 1, ["name"] = name, [DefinitionBinder.Account] = account };
        var kinds = state.Items.ToLookup(item => item.Key.Kind);
        IEnumerable<StateItem> Of(StateKind kind) => kinds[kind];
        var within = new Within(
            state,
            kinds[StateKind.Table].ToLookup(table => table.Resource!.DatabaseName!, StringComparer.Ordinal),
            kinds[StateKind.DataFilter].ToLookup(
                filter => StateKey.OfTable(filter.Resource!.DatabaseName!, filter.Resource.TableName!).Id, StringComparer.Ordinal));
        Put(root, "settings", Map(SettingState.Facts, Of(StateKind.Setting).FirstOrDefault()?.Facts ?? StateItem.FactsOf()));
        Put(root, "administrators", Of(StateKind.Administrator).Select(item => Escape(item.Key.Id)).ToList());
        Put(root, "readOnlyAdministrators", Of(StateKind.ReadOnlyAdministrator).Select(item => Escape(item.Key.Id)).ToList());
        Put(root, DefinitionBinder.AcceptShares, Of(StateKind.Share).Select(item => item.Key.Id).ToList());
        Put(root, "locations", Of(StateKind.Location).Select(Location).ToList());
        Put(root, "tags", Of(StateKind.Tag)
            .ToDictionary(item => Escape(item.Key.Id), item => (object)TagState.Values(item).Select(Escape).ToList()));
        Put(root, "expressions", Of(StateKind.TagExpression).ToDictionary(item => Escape(item.Key.Id), item => (object)Expression(item)));
        Put(root, "databases", Of(StateKind.Database).ToDictionary(item => Escape(item.Key.Id), item => (object)Database(item, within)));
        foreach (var kind in NamedKind.All)
            Put(root, kind.Key, Of(kind.Kind).ToDictionary(item => Escape(item.Key.Id), item => (object)Map(kind.Facts, item.Facts)));
        Put(root, "grants", Of(StateKind.Grant).SelectMany(GrantFacts.Grants).Select(grant => Grant(grant, account)).ToList());
        Put(root, "optIns", Of(StateKind.OptIn)
            .Select(item => OptIn(item, account)).ToList());
        return root;
    }

    private static Dictionary<string, object> Map(FactList list, IReadOnlyDictionary<string, string> facts)
    {
        var map = new Dictionary<string, object>();
        list.Write(map, facts);
        return map;
    }

    private static Dictionary<string, object> Expression(StateItem item)
    {
        var tags = TagExpressionState.Conditions(item)
            .ToDictionary(tag => Escape(tag.Key), tag => (object)tag.Values.Select(Escape).ToList());
        if (!item.Facts.TryGetValue(TagExpressionState.Description, out var description)) return tags;
        var map = new Dictionary<string, object> { ["tags"] = tags };
        Put(map, TagExpressionState.Description, description);
        return map;
    }

    private static Dictionary<string, object> Location(StateItem item)
    {
        var map = new Dictionary<string, object> { ["path"] = Escape(item.Key.Id) };
        LocationState.Facts.Write(map, item.Facts);
        return map;
    }

    private static Dictionary<string, object> Database(StateItem item, Within within)
    {
        var map = Map(DatabaseState.Facts, item.Facts);
        Put(map, "tags", Tags(within.State, item.Resource!));
        Put(map, "tables", within.Tables[item.Key.Id]
            .ToDictionary(table => Escape(table.Resource!.TableName!), table => (object)Table(table, within)));
        return map;
    }

    private static Dictionary<string, object> Table(StateItem item, Within within)
    {
        var isLink = LinkFacts.IsLink(item.Facts);
        var map = isLink ? Map(TableFacts.All, item.Facts) : Map(TableFacts.InDefinition, TablePreset.Shorten(item.Facts));
        Put(map, "tags", Tags(within.State, item.Resource!));
        if (isLink) return map;
        Put(map, "columnTags", ColumnList.Read(item.Facts.GetValueOrDefault(TableFacts.Columns))
            .Concat(ColumnList.Read(item.Facts.GetValueOrDefault(TableFacts.Partitions)))
            .Select(column => (column.Name, Tags: Tags(within.State,
                LakeResource.Columns(item.Resource!.DatabaseName!, item.Resource.TableName!, [column.Name]))))
            .Where(column => column.Tags.Count > 0)
                .ToDictionary(column => Escape(column.Name), column => (object)column.Tags));
        Put(map, "filters", within.Filters[item.Key.Id]
            .ToDictionary(filter => Escape(filter.Resource!.FilterName!), filter => (object)Map(DataFilterState.Facts, filter.Facts)));
        return map;
    }

    private static Dictionary<string, object> Grant(LakeGrant grant, string account)
    {
        var unknown = grant.Permissions.UnknownOf();
        var map = new Dictionary<string, object> { ["to"] = Escape(grant.Principal), ["on"] = On(grant.Resource, account) };
        Put(map, "allow", (grant.Permissions & ~unknown).Names());
        Put(map, "unknown", unknown.Names());
        if (grant.Grantable != PermissionSet.None) map["grantable"] = grant.Grantable.Names().ToList();
        Put(map, "condition", grant.Condition);
        return map;
    }

    private static Dictionary<string, object> OptIn(StateItem item, string account)
    {
        var map = new Dictionary<string, object> { ["for"] = Escape(item.Principal!), ["on"] = On(item.Resource!, account) };
        Put(map, "condition", item.Condition);
        return map;
    }

    private static Dictionary<string, object> On(LakeResource resource, string account)
    {
        var map = new Dictionary<string, object>();
        if (resource.Kind == ResourceKind.Catalog) map["catalog"] = true;
        else if (resource.CatalogId is { } catalog && catalog != account) map["catalog"] = Escape(catalog);
        Put(map, "database", resource.DatabaseName);
        if (resource.Kind == ResourceKind.AllTables) map["table"] = "*";
        else Put(map, "table", resource.TableName);
        Put(map, "columns", resource.ColumnNames.Select(Escape).ToList());
        Put(map, "excludedColumns", resource.ExcludedColumnNames.Select(Escape).ToList());
        Put(map, "filter", resource.FilterName);
        if (resource.DataLocation is { } location) map["location"] = Escape(S3Location.ToUri(location));
        Put(map, "tag", resource.TagKey);
        Put(map, "values", resource.TagValues.Select(Escape).ToList());
        Put(map, "tags", (resource.TagExpression ?? TagExpression.Of([]))
            .ToDictionary(condition => Escape(condition.Key), condition => (object)condition.Value.Select(Escape).ToList()));
        Put(map, "expression", resource.TagExpressionName);
        if (resource.ResourceType is { } type) map["kind"] = type.ToString().ToLowerInvariant();
        return map;
    }

    private static Dictionary<string, object> Tags(LakeState state, LakeResource resource) =>
        Texts(state.Find(StateKey.Of(StateKind.TagAssignment, resource))?.Part("tag.") ?? StateItem.FactsOf());

    private static Dictionary<string, object> Texts(IReadOnlyDictionary<string, string> pairs) =>
        pairs.ToDictionary(pair => Escape(pair.Key), pair => (object)Escape(pair.Value));

    private static void Put(Dictionary<string, object> map, string key, string? value)
    {
        if (value is not null) map[key] = Escape(value);
    }

    private static void Put<T>(Dictionary<string, object> map, string key, T values)
        where T : System.Collections.ICollection
    {
        if (values.Count > 0) map[key] = values;
    }

    // The contents of databases and tables, found once.
    private sealed record Within(LakeState State, ILookup<string, StateItem> Tables, ILookup<string, StateItem> Filters);
}
