using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Makes the desired state of a definition, or says everything that is wrong with it. Makes no call.</summary>
/// <param name="accountId">The account that completes <c>role/name</c>.</param>
/// <param name="findings">Gets what is wrong.</param>
internal sealed partial class DefinitionBinder(string accountId, DefinitionFindings findings)
{
    private readonly NodeReader _read = new(findings);
    private readonly List<StateItem> _items = [];
    private readonly List<LakeGrant> _grants = [];
    private readonly Dictionary<string, HashSet<string>> _tagValues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<RowColumn>> _columns = new(StringComparer.Ordinal);

    /// <summary>The keys of a definition. The schema names the same.</summary>
    public static string[] Keys { get; } =
    [
        "lake", "name", "parameters", "include", "settings", "administrators", "readOnlyAdministrators", "locations", "tags", "expressions",
            "databases", "jobs",
        "grants", "optIns", "owns",
    ];

    /// <summary>Binds a definition whose includes are in it and whose parameters are filled.</summary>
    /// <param name="root">The definition.</param>
    /// <returns>What it says, as far as it could be read.</returns>
    public DefinitionContent? Bind(DefinitionNode root)
    {
        if (_read.Map(root, "a definition", Keys) is not { } map) return null;
        if (_read.Text(map.Find("lake"), "lake") is var version && version != "1")
            findings.Add((map.Find("lake") ?? map).Place, Fault.DefinitionVersionUnknown(version ?? ""));
        var name = _read.Text(map.Find("name"), "name");
        if (string.IsNullOrWhiteSpace(name)) _read.Missing(map, "a definition", "name");
        else if (name.Any(letter => !char.IsLetterOrDigit(letter) && letter is not ('-' or '_' or '.')))
            findings.Add(map.Find("name")!.Place, Fault.DefinitionNameInvalid(name));
        BindSettings(map);
        BindLocations(map.Find("locations"));
        BindTags(map);
        foreach (var database in _read.Open(map.Find("databases"), "databases")?.Entries ?? []) BindDatabase(database);
        foreach (var job in _read.Open(map.Find("jobs"), "jobs")?.Entries ?? []) BindJob(job);
        foreach (var grant in _read.List(map.Find("grants"), "grants")) BindGrant(grant);
        foreach (var optIn in _read.List(map.Find("optIns"), "optIns")) BindOptIn(optIn);
        var owned = new Ownership([.. _read.List(map.Find("owns"), "owns").SelectMany(BindOwned)]);
        _items.AddRange(GrantFacts.Items(_grants, accountId));
        return new DefinitionContent(name ?? "", new LakeState(_items), owned);
    }

    private void BindSettings(DefinitionNode.Map map)
    {
        foreach (var (readOnly, key) in (ReadOnlySpan<(bool, string)>)[(false, "administrators"), (true, "readOnlyAdministrators")])
            foreach (var (text, place) in _read.Many(map.Find(key), key))
                if (Principal(text, place) is { } principal) _items.Add(AdministratorState.Item(principal, readOnly));
        const string What = "settings";
        if (_read.Map(map.Find(What), What, "createDatabaseDefaultPermission", "createTableDefaultPermission", "allowExternalDataFiltering",
            "allowFullTableExternalDataAccess", "trustedResourceOwners", "parameters") is not { } settings) return;
        string? Truth(string key) => _read.Truth(settings.Find(key), $"{What}.{key}") is { } value ? SettingState.Yes(value) : null;
        _items.Add(new StateItem(SettingState.Key, StateItem.FactsOf(
        [
            ("createDatabaseDefaultPermission",
                Choice(settings.Find("createDatabaseDefaultPermission"), "createDatabaseDefaultPermission",
                Enum.GetNames<TableDefaultPermission>())),
            ("createTableDefaultPermission",
                Choice(settings.Find("createTableDefaultPermission"), "createTableDefaultPermission",
                Enum.GetNames<TableDefaultPermission>())),
            ("allowExternalDataFiltering", Truth("allowExternalDataFiltering")),
            ("allowFullTableExternalDataAccess", Truth("allowFullTableExternalDataAccess")),
            .. _read.Many(settings.Find("trustedResourceOwners"), "trustedResourceOwners")
                .Select(owner => ("trustedResourceOwner." + owner.Text, (string?)"true")),
            .. _read.Pairs(settings.Find("parameters"), "settings.parameters")
                .Select(pair => ("parameter." + pair.Key, (string?)pair.Value)),
        ])));
    }

    private void BindLocations(DefinitionNode? node)
    {
        foreach (var item in _read.List(node, "locations"))
        {
            if (_read.Map(item, "a location", "path", "role", "hybridAccess", "withFederation") is not { } map) continue;
            if (_read.Text(map.Find("path"), "path") is not { } path)
            {
                _read.Missing(map, "a location", "path");
                continue;
            }

            if (!findings.Try(map.Find("path")!.Place, () => LocationService.Arn(path))) continue;
            var role = _read.Text(map.Find("role"), "role") is not { } text
                ? LocationState.ServiceLinkedRole : Principal(text, map.Find("role")!.Place);
            Add(map, LocationState.Item(path, role, _read.Truth(map.Find("hybridAccess"), "hybridAccess"),
                _read.Truth(map.Find("withFederation"), "withFederation"), accountId));
        }
    }

    private void BindTags(DefinitionNode.Map map)
    {
        foreach (var tag in _read.Open(map.Find("tags"), "tags")?.Entries ?? [])
        {
            var values = _read.Many(tag.Value, $"tags.{tag.Key}").Select(value => value.Text).ToList();
            if (values.Count == 0) _read.Missing(tag.Value, $"the tag {tag.Key}", "a value");
            else if (findings.Try(tag.Place, () => { TagNames.Key(tag.Key); TagNames.Values(values); }))
                _items.Add(TagState.Item(tag.Key, values, accountId));
            _tagValues[tag.Key.ToLowerInvariant()] = [.. values.Select(value => value.ToLowerInvariant())];
        }

        foreach (var saved in _read.Open(map.Find("expressions"), "expressions")?.Entries ?? [])
            if (Expression(saved.Value, $"expressions.{saved.Key}") is { } expression)
                _items.Add(TagExpressionState.Item(saved.Key, expression, null, accountId));
    }

    private void BindJob(DefinitionEntry job)
    {
        var what = $"jobs.{job.Key}";
        if (_read.Map(job.Value, what, "role", "script", "command", "pythonVersion", "description", "glueVersion", "workerType",
            "numberOfWorkers", "maxRetries", "timeout",
            "maxConcurrentRuns", "arguments") is not { } map) return;
        foreach (var key in new[] { "role", "script" })
            if (map.Find(key) is null) _read.Missing(map, what, key);
        string? Text(string key) => _read.Text(map.Find(key), $"{what}.{key}");
        string? Number(string key) => JobState.Text(_read.Number(map.Find(key), $"{what}.{key}"));
        _items.Add(new StateItem(new StateKey(StateKind.Job, job.Key), StateItem.FactsOf(
        [
            ("role", Text("role") is { } role ? Principal(role, map.Find("role")!.Place) : null), ("script", Text("script")),
            ("command", Choice(map.Find("command"), $"{what}.command", ["pythonshell", "glueetl", "gluestreaming"]) ?? "glueetl"),
            ("pythonVersion", Text("pythonVersion")), ("description", Text("description")), ("glueVersion", Text("glueVersion")),
                ("workerType", Text("workerType")),
            ("numberOfWorkers", Number("numberOfWorkers")), ("maxRetries", Number("maxRetries")), ("timeout", Number("timeout")),
                ("maxConcurrentRuns", Number("maxConcurrentRuns")),
            .. _read.Pairs(map.Find("arguments"), $"{what}.arguments")
                .Select(pair => ("argument." + (pair.Key.StartsWith("--", StringComparison.Ordinal) ? "" : "--")
                + pair.Key, (string?)pair.Value)),
        ])));
    }

    // Two entries of one thing that say different things contradict each other.
    private void Add(DefinitionNode at, StateItem item)
    {
        var known = _items.Find(other => other.Key == item.Key);
        if (known is not null && known.Facts.Any(fact => item.Facts.TryGetValue(fact.Key, out var value) && value != fact.Value))
            findings.Add(at.Place, Fault.DefinitionContradiction(item.Key.Id, "another entry"));
        _items.Add(item);
    }

    private string? Principal(string text, DefinitionPlace place)
    {
        var principal = LakePrincipal.Read(text, accountId, "aws", out var problem);
        if (problem is not null) findings.Add(place, problem);
        return principal?.Id;
    }

    private string? Choice(DefinitionNode? node, string what, string[] allowed)
    {
        if (_read.Text(node, what) is not { } text) return null;
        if (allowed.FirstOrDefault(one => one.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } choice) return choice;
        findings.Suggest(
            node!.Place,
            Fault.DefinitionValueUnknown(text, what, Spelling.DidYouMean(text, allowed), string.Join(", ", allowed)),
            Spelling.Nearest(text, allowed));
        return null;
    }

    private TagExpression? Expression(DefinitionNode? node, string what)
    {
        if (_read.Open(node, what) is not { Entries.Count: > 0 } map) return null;
        var conditions = new List<KeyValuePair<string, IEnumerable<string>>>();
        foreach (var entry in map.Entries)
        {
            var values = _read.Many(entry.Value, $"{what}.{entry.Key}");
            foreach (var (value, place) in values) CheckTag(entry.Key, value, entry.Place, place);
            conditions.Add(KeyValuePair.Create(entry.Key, values.Select(value => value.Text)));
        }

        return TagExpression.Of(conditions);
    }

    // A tag that this definition does not define may well be in the lake; one that it does has the values that it says.
    private void CheckTag(string key, string value, DefinitionPlace keyPlace, DefinitionPlace valuePlace)
    {
        if (!_tagValues.TryGetValue(key.ToLowerInvariant(), out var known))
        {
            if (Spelling.Nearest(key, _tagValues.Keys) is { } meant)
                findings.Suggest(keyPlace, Fault.DefinitionTagUnknown(key, meant), meant);
            return;
        }

        if (value != TagExpression.AnyValue && !known.Contains(value.ToLowerInvariant()))
            findings.Suggest(
                valuePlace,
                Fault.TagValueNotFound(null, key, value, string.Join(", ", known.Order(StringComparer.Ordinal))),
                Spelling.Nearest(value, known));
    }
}
