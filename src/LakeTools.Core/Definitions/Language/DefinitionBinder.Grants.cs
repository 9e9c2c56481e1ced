
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Language;

/// <content>Grants, opt-ins, and ownership.</content>
internal sealed partial class DefinitionBinder
{
    /// <summary>The keys that name a resource. The schema has the same.</summary>
    public static string[] ResourceKeys { get; } =
        ["catalog", "database", "table", "columns", "excludedColumns", "filter", "location", "tag", "values", "tags", "expression", "kind"];

    private static readonly Dictionary<string, OwnedKind> s_owned = Owned();

    // The value for kinds that have no names.
    private static readonly HashSet<string> s_all = new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "all", "*" };

    /// <summary>The keys of the ownership. The schema has the same.</summary>
    public static IEnumerable<string> OwnedKeys => s_owned.Keys;

    private static Dictionary<string, OwnedKind> Owned()
    {
        var owned = new Dictionary<string, OwnedKind>(StringComparer.Ordinal)
        {
            ["database"] = OwnedKind.Database,
            ["tag"] = OwnedKind.Tag,
            ["expression"] = OwnedKind.TagExpression,
            ["principal"] = OwnedKind.Principal,
            ["location"] = OwnedKind.Location,
            ["administrators"] = OwnedKind.Administrators,
            ["everything"] = OwnedKind.Everything,
        };
        foreach (var kind in NamedKind.All) owned[kind.OwnedKey] = kind.Owned;
        return owned;
    }

    private void BindGrant(DefinitionNode node)
    {
        if (_read.Map(node, "a grant", "to", "on", "allow", "unknown", "grantable", "condition") is not { } map) return;
        var to = _read.Many(map.Find("to"), "to").Select(name => name.Text).ToList();
        var unknown = Unknown(map.Find("unknown"));
        foreach (var key in new[] { "to", "on", "allow" })
            if (map.Find(key) is (null or DefinitionNode.List { Items.Count: 0 }) && (key != "allow" || unknown.Count == 0))
                _read.Missing(map, "a grant", key);
        if (Resource(map.Find("on")) is not { } input || to.Count == 0
            || (map.Find("allow") ?? map.Find("unknown")) is not { } allow) return;
        var request = new GrantRequest
        {
            Principal = to,
            Permission = [.. _read.Many(map.Find("allow"), "allow").Select(name => name.Text), .. unknown],
            GrantablePermission = [.. _read.Many(map.Find("grantable"), "grantable").Select(name => name.Text)],
            Resource = input,
            Condition = _read.Text(map.Find("condition"), "condition"),
        };
        var checkedRequest = PermissionRules.Check(request, _home);
        foreach (var finding in checkedRequest.Findings)
        {
            var place = finding.Id switch
            {
                nameof(Fault.InvalidPrincipal) => map.Find("to")!.Place,
                nameof(Fault.UnknownPermission) or nameof(Fault.PermissionMissing) or nameof(Fault.PermissionNotForResource) => allow.Place,
                nameof(Fault.GrantableNotGranted) => (map.Find("grantable") ?? allow).Place,
                nameof(Fault.ConditionInvalid) or nameof(Fault.ConditionUnsupported) => map.Find("condition")!.Place,
                _ => map.Find("on")!.Place,
            };
            if (home.AccountId is null && finding.Id == nameof(Fault.CrossAccountGrantInvalid))
                WarnOfAccount(place, (LakeGrant)finding.Target!, finding);
            else
                findings.Add(place, finding);
        }

        foreach (var grant in checkedRequest.Grants.Select(grant => grant with { Resource = grant.Resource.Canonical(_accountId) }))
        {
            _grants.Add(grant);
            var place = map.Find("on")!.Place;
            if (_partial.Add(grant) is { } other) findings.Add(place, Fault.PartialSelectExcludes(grant, other));
            if (KeyAmong(grant.Resource) is { } key)
                findings.Add(place, Fault.PartitionKeyExcluded(
                    grant, key, QualifiedName.Of(grant.Resource.DatabaseName!, grant.Resource.TableName!)));
        }
    }

    // A principal with an account in its name may belong to the lake's account. A grant to an account never does.
    private void WarnOfAccount(DefinitionPlace place, LakeGrant grant, LakeException finding)
    {
        if (LakePrincipal.TryParse(grant.Principal, out var principal)
            && principal.Kind is not (PrincipalKind.Account or PrincipalKind.Organization))
            findings.Warn(place, Fault.DefinitionAccountUnknown(grant.Principal));
        else
            findings.Add(place, finding);
    }

    // Permissions that this version does not know, as an export wrote them. They are published unchanged.
    private List<string> Unknown(DefinitionNode? node)
    {
        var names = new List<string>();
        foreach (var (name, place) in _read.Many(node, "unknown"))
        {
            try
            {
                PermissionNames.Listed([name]);
                names.Add(name);
            }
            catch (FormatException)
            {
                findings.Add(place, Fault.UnknownPermission(name, "", string.Join(", ", PermissionNames.All)));
            }
        }

        return names;
    }

    // Checks whether a grant excludes a partition key, if the definition contains the table.
    private string? KeyAmong(LakeResource resource) => resource.ExcludedColumnNames.Count > 0
        && _columns.TryGetValue(QualifiedName.Of(resource.DatabaseName!, resource.TableName!), out var columns)
        ? columns.FirstOrDefault(column => column.IsPartitionKey && resource.ExcludedColumnNames.Contains(column.Name))?.Name
        : null;

    private void BindOptIn(DefinitionNode node)
    {
        if (_read.Map(node, "an opt-in", "for", "on", "condition") is not { } map) return;
        foreach (var key in new[] { "for", "on" })
            if (map.Find(key) is null or DefinitionNode.List { Items.Count: 0 }) _read.Missing(map, "an opt-in", key);
        if (Resource(map.Find("on")) is not { } input) return;
        var problems = new List<LakeException>();
        var resource = ResourceReader.Read(input, _home, problems);
        foreach (var problem in problems) findings.Add(map.Find("on")!.Place, problem);
        var condition = _read.Text(map.Find("condition"), "condition");
        foreach (var (text, place) in _read.Many(map.Find("for"), "for"))
        {
            if (_read.Principal(text, place) is not { } principal || resource is null) continue;
            foreach (var wrong in condition is null ? [] : ConditionRules.Problems(condition, resource, PermissionSet.None,
                [LakePrincipal.Parse(principal, _home)]))
                findings.Add(map.Find("condition")!.Place, wrong);
            _items.Add(OptInState.Item(principal, resource.Canonical(_accountId), _accountId, condition));
        }
    }

    private ResourceInput? Resource(DefinitionNode? node)
    {
        if (_read.Map(node, "on", ResourceKeys) is not { } map || !_read.HasNames(map, "on", ResourceKeys)) return null;
        string? Text(string key) => _read.Text(map.Find(key), $"on.{key}");
        List<string>? List(string key) =>
            _read.Many(map.Find(key), $"on.{key}") is { Count: > 0 } names ? [.. names.Select(name => name.Text)] : null;
        var (database, table) = (Text("database"), Text("table"));
        foreach (var key in new[] { "columns", "excludedColumns" })
            foreach (var (column, place) in _read.Many(map.Find(key), key))
                if (database is not null && table is not null && map.Find("catalog") is null)
                    HasColumn(database.ToLowerInvariant(), table.ToLowerInvariant(), column, place);
        var tag = Text("tag");
        if (tag is not null)
            foreach (var (value, place) in _read.Many(map.Find("values"), "values")) CheckTag(tag, value, map.Find("tag")!.Place, place);
        // true is the account's catalog. An id is a nested catalog, or the catalog of the other keys.
        var isId = map.Find("catalog") is { } catalog && _read.Text(catalog, "on.catalog") is { } word && !bool.TryParse(word, out _);
        var isAlone = map.Entries.All(entry => entry.Key == "catalog");
        return new ResourceInput
        {
            Catalog = isId ? isAlone : _read.Truth(map.Find("catalog"), "on.catalog") ?? false,
            CatalogId = isId ? Text("catalog") : null,
            DatabaseName = database,
            TableName = table,
            ColumnName = List("columns"),
            ExcludedColumnName = List("excludedColumns"),
            FilterName = Text("filter"),
            DataLocation = Text("location"),
            TagKey = tag,
            TagValue = List("values"),
            TagExpression = Expression(map.Find("tags"), "on.tags"),
            TagExpressionName = Text("expression"),
            ResourceType = Text("kind"),
        };
    }

    private IEnumerable<OwnedThing> BindOwned(DefinitionNode node)
    {
        if (_read.Map(node, "owns", [.. s_owned.Keys]) is not { } map) yield break;
        if (map.Entries.Count == 0) _read.Missing(map, "owns", string.Join(", ", s_owned.Keys));
        foreach (var entry in map.Entries)
        {
            if (!s_owned.TryGetValue(entry.Key, out var kind)
                || _read.Text(entry.Value, $"owns.{entry.Key}") is not { } pattern) continue;
            if (OwnedPattern(kind, pattern) is { } wanted) _read.Wrong(entry.Value, $"owns.{entry.Key}", wanted);
            else yield return new OwnedThing(kind, kind is OwnedKind.Database or OwnedKind.Tag ? pattern.ToLowerInvariant() : pattern);
        }
    }

    // The correction of a pattern that matches nothing or means the opposite. Null if the pattern is right.
    private static string? OwnedPattern(OwnedKind kind, string pattern) => kind switch
    {
        OwnedKind.Everything or OwnedKind.Administrators => s_all.Contains(pattern) ? null : "true",
        OwnedKind.Location => pattern == "*" || DataLocation.IsPattern(pattern) ? null
            : "a location in S3, such as s3://lake/raw or s3://lake-*, or the ARN of a table bucket, a Redshift namespace or a connection",
        _ => pattern.Length > 0 ? null : "a name",
    };
}
