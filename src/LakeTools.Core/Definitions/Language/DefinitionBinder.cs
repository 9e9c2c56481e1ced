
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Creates the desired state of a definition, or finds everything that is wrong with it. Makes no call.</summary>
/// <param name="home">Completes <c>role/name</c> and <c>s3://bucket</c>.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed partial class DefinitionBinder(LakeHome home, DefinitionFindings findings)
{
    /// <summary>The key of the account that a definition is for.</summary>
    public const string Account = "account";

    /// <summary>The key of the accounts whose shares are accepted.</summary>
    public const string AcceptShares = "acceptShares";

    private readonly string _accountId = home.AccountId ?? LakePrincipal.AnyAccount;
    private readonly LakeHome _home = home with { AccountId = home.AccountId ?? LakePrincipal.AnyAccount };
    private readonly NodeReader _read = new(findings, home);
    private readonly List<StateItem> _items = [];
    private readonly Dictionary<StateKey, StateItem> _added = [];
    private readonly List<LakeGrant> _grants = [];
    private readonly PartialSelects _partial = new();
    private readonly Dictionary<string, HashSet<string>> _tagValues = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<RowColumn>> _columns = new(StringComparer.Ordinal);

    /// <summary>The keys of a definition. The schema has the same.</summary>
    public static string[] Keys { get; } =
    [
        "lake", "name", Account, "parameters", "include", "settings", "administrators", "readOnlyAdministrators", AcceptShares, "locations",
        "tags", "expressions", "databases", .. NamedKind.All.Select(kind => kind.Key), "grants", "optIns", "owns",
    ];

    /// <summary>The maps and lists whose entries <c>for</c> repeats. An opt-in's own key of that name is its principals.</summary>
    public static IReadOnlyCollection<string> Repeated { get; } =
    [
        "databases", "databases/*/tables", "databases/*/tables/*/filters", "grants", "locations", "owns",
        .. NamedKind.All.Select(kind => kind.Key),
    ];

    /// <summary>Binds a definition after its includes and parameters are resolved.</summary>
    /// <param name="root">The definition.</param>
    /// <returns>Its contents, as far as they could be read.</returns>
    public DefinitionContent? Bind(DefinitionNode root)
    {
        if (_read.Map(root, "a definition", Keys) is not { } map) return null;
        if (_read.Text(map.Find("lake"), "lake") is var version && version != "1")
            findings.Add((map.Find("lake") ?? map).Place, Fault.DefinitionVersionUnknown(version ?? ""));
        var name = _read.Text(map.Find("name"), "name");
        if (string.IsNullOrWhiteSpace(name)) _read.Missing(map, "a definition", "name");
        else findings.Try(map.Find("name")!.Place, () => DefinitionName.Check(name));
        BindSettings(map);
        BindShares(map.Find(AcceptShares));
        BindLocations(map.Find("locations"));
        BindTags(map);
        foreach (var database in _read.Open(map.Find("databases"), "databases", areFolded: true)?.Entries ?? []) BindDatabase(database);
        foreach (var kind in NamedKind.All)
            foreach (var thing in _read.Open(map.Find(kind.Key), kind.Key, kind.IsFolded)?.Entries ?? []) BindNamed(kind, thing);
        foreach (var grant in _read.List(map.Find("grants"), "grants")) BindGrant(grant);
        foreach (var optIn in _read.List(map.Find("optIns"), "optIns")) BindOptIn(optIn);
        var owned = new Ownership([.. _read.List(map.Find("owns"), "owns").SelectMany(BindOwned)]);
        _items.AddRange(GrantFacts.Items(_grants, _accountId));
        return new DefinitionContent(name ?? "", new LakeState(_items), owned);
    }

    private void BindSettings(DefinitionNode.Map map)
    {
        foreach (var (readOnly, key) in (ReadOnlySpan<(bool, string)>)[(false, "administrators"), (true, "readOnlyAdministrators")])
            foreach (var (text, place) in _read.Many(map.Find(key), key))
                if (_read.Principal(text, place) is { } principal
                    && findings.Try(place, () => LakePrincipal.ParseAdministrator(principal, _home)))
                    _items.Add(AdministratorState.Item(principal, readOnly));
        if (_read.Map(map.Find("settings"), "settings", SettingState.Facts.Keys) is not { } settings) return;
        foreach (var entry in _read.Open(settings.Find("parameters"), "settings.parameters")?.Entries ?? [])
            if (_read.Text(entry.Value, entry.Key) is { } value && SettingRules.Problem(entry.Key, value) is { } problem)
                findings.Add(entry.Place, problem);
        _items.Add(SettingState.Item(settings, SettingState.Facts.Read(_read, settings, "settings.")));
    }

    private void BindShares(DefinitionNode? node)
    {
        foreach (var (account, place) in _read.Many(node, AcceptShares))
        {
            if (DefinitionSource.IsAccount(account)) _items.Add(ShareState.Item(account));
            else findings.Add(place, Fault.DefinitionAccountInvalid(account));
        }
    }

    private void BindLocations(DefinitionNode? node)
    {
        foreach (var item in _read.List(node, "locations"))
        {
            if (_read.Map(item, "a location", LocationState.Facts.Keys) is not { } map) continue;
            if (_read.Text(map.Find("path"), "path") is not { } path)
            {
                _read.Missing(map, "a location", "path");
                continue;
            }

            if (findings.Try(map.Find("path")!.Place, () => LocationService.CheckNew(path)))
                Add(map, LocationState.Item(S3Location.ToArn(path, _home.Partition), LocationState.Facts.Read(_read, map, ""), _accountId));
        }
    }

    private void BindTags(DefinitionNode.Map map)
    {
        foreach (var tag in _read.Open(map.Find("tags"), "tags", areFolded: true)?.Entries ?? [])
        {
            var values = _read.Many(tag.Value, $"tags.{tag.Key}").Select(value => value.Text).ToList();
            if (values.Count == 0) _read.Missing(tag.Value, $"the tag {tag.Key}", "a value");
            else if (findings.Try(tag.Place, () => { TagNames.Key(tag.Key); TagNames.Values(values); }))
                _items.Add(TagState.Item(tag.Key, values, _accountId));
            _tagValues[tag.Key.ToLowerInvariant()] = [.. values.Select(value => value.ToLowerInvariant())];
        }

        foreach (var saved in _read.Open(map.Find("expressions"), "expressions")?.Entries ?? [])
            BindExpression(saved);
    }

    // A saved expression is tags with values, or a map with "tags" and a description. The value of a tag is never a map.
    private void BindExpression(DefinitionEntry saved)
    {
        var what = $"expressions.{saved.Key}";
        var (tags, description) = (saved.Value, (string?)null);
        if (tags is DefinitionNode.Map whole && whole.Find("tags") is DefinitionNode.Map inner)
        {
            _read.Map(whole, what, "tags", TagExpressionState.Description);
            description = _read.Text(whole.Find(TagExpressionState.Description), $"{what}.{TagExpressionState.Description}");
            (tags, what) = (inner, what + ".tags");
        }

        if (Expression(tags, what) is { } expression && findings.Try(saved.Place, () => TagNames.Expression(expression)))
            _items.Add(TagExpressionState.Item(saved.Key, expression, description, _accountId));
    }

    private void BindNamed(NamedKind kind, DefinitionEntry thing)
    {
        var what = $"{kind.Key}.{thing.Key}";
        if (_read.Map(thing.Value, what, kind.Facts.Keys) is not { } map) return;
        var before = findings.Count;
        foreach (var fact in kind.Facts.All.Where(fact => fact.IsRequired && map.Find(fact.Name) is null))
            _read.Missing(map, what, fact.Name);
        var facts = kind.Facts.Read(_read, map, what + ".");
        if (findings.Count == before) findings.Try(thing.Place, () => kind.Check(thing.Key, StateItem.Said(facts)));
        _items.Add(kind.Item(thing.Key, facts));
    }

    // Two different entries for one item contradict each other.
    private void Add(DefinitionNode at, StateItem item)
    {
        if (!_added.TryAdd(item.Key, item)
            && _added[item.Key].Facts.Any(fact => item.Facts.TryGetValue(fact.Key, out var value) && value != fact.Value))
            findings.Add(at.Place, Fault.DefinitionContradiction(item.Key.Id, "another entry"));
        _items.Add(item);
    }

    private TagExpression? Expression(DefinitionNode? node, string what)
    {
        if (_read.Open(node, what, areFolded: true) is not { } map) return null;
        var conditions = new List<KeyValuePair<string, IEnumerable<string>>>();
        foreach (var entry in map.Entries)
        {
            var values = _read.Many(entry.Value, $"{what}.{entry.Key}");
            foreach (var (value, place) in values) CheckTag(entry.Key, value, entry.Place, place);
            conditions.Add(KeyValuePair.Create(entry.Key, values.Select(value => value.Text)));
        }

        return TagExpression.Of(conditions);
    }

    // A tag that this definition does not define may exist in the lake. A tag that it defines has exactly the values in it.
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
