using System.Text.Json;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using YamlDotNet.Serialization;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Writes a state as a definition that is read as the same state.</summary>
internal static class DefinitionWriter
{
    private static readonly ISerializer s_yaml = new SerializerBuilder().WithQuotingNecessaryStrings().DisableAliases().Build();

    public static string Write(string name, LakeState state)
    {
        var root = new Dictionary<string, object> { ["lake"] = 1, ["name"] = name };
        IEnumerable<StateItem> Of(StateKind kind) => state.Items.Where(item => item.Key.Kind == kind);
        Put(root, "settings", Settings(Of(StateKind.Setting).FirstOrDefault()));
        Put(root, "administrators", Of(StateKind.Administrator).Select(item => item.Key.Id).ToList());
        Put(root, "readOnlyAdministrators", Of(StateKind.ReadOnlyAdministrator).Select(item => item.Key.Id).ToList());
        Put(root, "locations", Of(StateKind.Location).Select(Location).ToList());
        Put(root, "tags", Of(StateKind.Tag)
            .ToDictionary(item => item.Key.Id, item => (object)TagState.Values(item).Select(Escape).ToList()));
        Put(root, "expressions", Of(StateKind.TagExpression).ToDictionary(item => Escape(item.Key.Id), item => (object)item.Part("tag.")
            .ToDictionary(pair => pair.Key, pair => (object)JsonSerializer.Deserialize<List<string>>(pair.Value)!)));
        Put(root, "databases", Of(StateKind.Database).ToDictionary(item => item.Key.Id, item => (object)Database(item, state)));
        Put(root, "jobs", Of(StateKind.Job).ToDictionary(item => Escape(item.Key.Id), item => (object)Job(item)));
        Put(root, "grants", Of(StateKind.Grant).SelectMany(GrantFacts.Grants).Select(Grant).ToList());
        Put(root, "optIns", Of(StateKind.OptIn)
            .Select(item => new Dictionary<string, object> { ["for"] = item.Principal!, ["on"] = On(item.Resource!) }).ToList());
        return s_yaml.Serialize(root);
    }

    private static Dictionary<string, object> Settings(StateItem? item)
    {
        var map = new Dictionary<string, object>();
        if (item is null) return map;
        foreach (var key in new[] { "createDatabaseDefaultPermission", "createTableDefaultPermission", "allowExternalDataFiltering",
            "allowFullTableExternalDataAccess" })
            Put(map, key, item.Facts.GetValueOrDefault(key));
        Put(map, "trustedResourceOwners", item.Part("trustedResourceOwner.").Keys.ToList());
        Put(map, "parameters", Texts(item.Part("parameter.")));
        return map;
    }

    private static Dictionary<string, object> Location(StateItem item)
    {
        var map = new Dictionary<string, object> { ["path"] = Escape(item.Key.Id) };
        if (item.Facts.GetValueOrDefault("role") is { } role && role != LocationState.ServiceLinkedRole) map["role"] = role;
        foreach (var key in new[] { "hybridAccess", "withFederation" })
            if (item.Facts.GetValueOrDefault(key) is { } value) map[key] = bool.Parse(value);
        return map;
    }

    private static Dictionary<string, object> Database(StateItem item, LakeState state)
    {
        var map = new Dictionary<string, object>();
        Put(map, "description", item.Facts.GetValueOrDefault("description"));
        Put(map, "location", item.Facts.GetValueOrDefault("location"));
        Put(map, "parameters", Texts(item.Part("parameter.")));
        Put(map, "tags", Tags(state, item.Key.Id));
        Put(map, "tables", state.Items.Where(other => other.Key.Kind == StateKind.Table && other.Resource!.DatabaseName == item.Key.Id)
            .ToDictionary(table => table.Resource!.TableName!, table => (object)Table(table, state)));
        return map;
    }

    private static Dictionary<string, object> Table(StateItem item, LakeState state)
    {
        var map = new Dictionary<string, object>();
        Put(map, "description", item.Facts.GetValueOrDefault("description"));
        Put(map, "location", item.Facts.GetValueOrDefault("location"));
        WriteFormat(map, item);
        Put(map, "columns", Columns(item.Facts.GetValueOrDefault(TableFacts.Columns)));
        Put(map, "partitions", Columns(item.Facts.GetValueOrDefault(TableFacts.Partitions)));
        Put(map, "tags", Tags(state, item.Key.Id));
        Put(map, "columnTags", TableFacts.ReadColumns(item.Facts.GetValueOrDefault(TableFacts.Columns))
            .Concat(TableFacts.ReadColumns(item.Facts.GetValueOrDefault(TableFacts.Partitions)))
            .Select(column => (column.Name, Tags: Tags(state, $"{item.Key.Id}.{column.Name}"))).Where(column => column.Tags.Count > 0)
                .ToDictionary(column => column.Name, column => (object)column.Tags));
        Put(map, "filters", state.Items.Where(other =>
            other.Key.Kind == StateKind.DataFilter && other.Resource!.DatabaseName == item.Resource!.DatabaseName
            && other.Resource.TableName == item.Resource.TableName)
                .ToDictionary(filter => filter.Resource!.FilterName!, filter => (object)Filter(filter)));
        return map;
    }

    // A format's preset where the table is what the preset makes, and what it has beyond it; else what Glue keeps.
    private static void WriteFormat(Dictionary<string, object> map, StateItem item)
    {
        foreach (var preset in Presets(item))
        {
            var made = TableFacts.Of(preset);
            if (!made.All(fact => item.Facts.GetValueOrDefault(fact.Key) == fact.Value)) continue;
            var beyond = StateItem.FactsOf(item.Facts.Where(fact => !made.ContainsKey(fact.Key))
                .Select(fact => (fact.Key, (string?)fact.Value)));
            if (beyond.Keys.Any(key => !key.Contains('.', StringComparison.Ordinal))) continue;
            map["format"] = preset.Format;
            if (preset.Delimiter is { } delimiter) map["delimiter"] = delimiter == '\t' ? "\\t" : delimiter.ToString();
            if (preset.QuoteCharacter is { } quote) map["quote"] = quote.ToString();
            if (preset.Header) map["header"] = true;
            Put(map, "parameters", Texts(StateItem.PartOf(beyond, "parameter.")));
            Put(map, "serdeParameters", Texts(StateItem.PartOf(beyond, "serde.")));
            return;
        }

        map["format"] = DefinitionBinder.NoFormat;
        foreach (var key in new[] { "tableType", "inputFormat", "outputFormat", "serdeLibrary" })
            Put(map, key, item.Facts.GetValueOrDefault(key));
        Put(map, "parameters", Texts(item.Part("parameter.")));
        Put(map, "serdeParameters", Texts(item.Part("serde.")));
    }

    private static IEnumerable<NewTableOptions> Presets(StateItem item)
    {
        char? Sign(string name) => item.Facts.GetValueOrDefault(name) is { Length: 1 } text ? text[0] : null;
        foreach (var format in TableFormat.Names)
        {
            yield return new NewTableOptions
            {
                DatabaseName = item.Resource!.DatabaseName!,
                Name = item.Resource.TableName!,
                Description = item.Facts.GetValueOrDefault("description"),
                Location = item.Facts.GetValueOrDefault("location"),
                Column = TableFacts.ReadColumns(item.Facts.GetValueOrDefault(TableFacts.Columns)),
                PartitionKey = TableFacts.ReadColumns(item.Facts.GetValueOrDefault(TableFacts.Partitions)),
                Format = format,
                Delimiter = TableFormat.Of(format).Delimiter is { } usual
                    && (Sign("serde.separatorChar") ?? Sign("serde.field.delim")) is { } sign && sign != usual ? sign : null,
                QuoteCharacter = Sign("serde.quoteChar"),
                Header = item.Facts.GetValueOrDefault("parameter.skip.header.line.count") == "1",
            };
        }
    }

    private static Dictionary<string, object> Filter(StateItem item)
    {
        var map = new Dictionary<string, object>();
        Put(map, "rows", item.Facts.GetValueOrDefault("rows"));
        foreach (var key in new[] { "columns", "excludedColumns" })
            if (item.Facts.GetValueOrDefault(key) is { } names) map[key] = JsonSerializer.Deserialize<List<string>>(names)!;
        return map;
    }

    private static Dictionary<string, object> Job(StateItem item)
    {
        var map = new Dictionary<string, object>();
        foreach (var key in new[] { "role", "script", "command", "pythonVersion", "description", "glueVersion", "workerType",
            "numberOfWorkers", "maxRetries", "timeout", "maxConcurrentRuns" })
            Put(map, key, item.Facts.GetValueOrDefault(key));
        Put(map, "arguments", Texts(item.Part("argument.")));
        return map;
    }

    private static Dictionary<string, object> Grant(LakeGrant grant)
    {
        var map = new Dictionary<string, object> { ["to"] = grant.Principal, ["on"] = On(grant.Resource),
            ["allow"] = grant.Permissions.Names().ToList() };
        if (grant.Grantable != PermissionSet.None) map["grantable"] = grant.Grantable.Names().ToList();
        return map;
    }

    private static Dictionary<string, object> On(LakeResource resource)
    {
        var map = new Dictionary<string, object>();
        if (resource.Kind == ResourceKind.Catalog) map["catalog"] = true;
        Put(map, "database", resource.DatabaseName);
        if (resource.Kind == ResourceKind.AllTables) map["table"] = "*";
        else Put(map, "table", resource.TableName);
        Put(map, "columns", resource.ColumnNames.ToList());
        Put(map, "excludedColumns", resource.ExcludedColumnNames.ToList());
        Put(map, "filter", resource.FilterName);
        if (resource.DataLocation is { } location) map["location"] = Escape(S3Location.ToUri(location));
        Put(map, "tag", resource.TagKey);
        Put(map, "values", resource.TagValues.Select(Escape).ToList());
        Put(map, "tags", (resource.TagExpression ?? TagExpression.Of([]))
            .ToDictionary(condition => condition.Key, condition => (object)condition.Value.Select(Escape).ToList()));
        Put(map, "expression", resource.TagExpressionName);
        if (resource.ResourceType is { } type) map["kind"] = type.ToString().ToLowerInvariant();
        return map;
    }

    private static Dictionary<string, object> Tags(LakeState state, string id) =>
        Texts(state.Find(new StateKey(StateKind.TagAssignment, id))?.Part("tag.") ?? StateItem.FactsOf());

    private static Dictionary<string, object> Columns(string? text) =>
        TableFacts.ReadColumns(text).ToDictionary(column => column.Name, column => column.Comment is null
        ? (object)column.Type
        : new Dictionary<string, object> { ["type"] = column.Type, ["comment"] = Escape(column.Comment) });

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

    // What looks like a parameter is none.
    private static string Escape(string text) => text.Replace("${", "$${", StringComparison.Ordinal);
}
