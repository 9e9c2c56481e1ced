using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Permissions;

/// <summary>A lake of plain lists, so that decisions can be asked without a store.</summary>
internal sealed record MemoryFacts : ILakeFacts
{
    public string AccountId => LakeArbitrary.Account;

    public IReadOnlyCollection<string> Administrators { get; init; } = [];

    public IReadOnlyCollection<string> ReadOnlyAdministrators { get; init; } = [];

    public IReadOnlyDictionary<LakeResource, string> Creators { get; init; } = new Dictionary<LakeResource, string>();

    public IReadOnlyList<LakeGrant> Grants { get; init; } = [];

    /// <summary>Columns of every table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = ["a", "b", "c"];

    /// <summary>Tags by <c>d1</c>, <c>d1.t1</c> and <c>d1.t1.a</c>: the nearest value of a key holds.</summary>
    public IReadOnlyDictionary<string, (string Key, string Value)> Tags { get; init; } = new Dictionary<string, (string, string)>();

    public IReadOnlyList<DataFilterRule> Filters { get; init; } = [];

    public IReadOnlyCollection<(string Principal, LakeResource Resource)> OptIns { get; init; } = [];

    /// <summary>Opt-ins with a condition, beside <see cref="OptIns"/>.</summary>
    public IReadOnlyCollection<(string Principal, LakeResource Resource, string Condition)> ConditionalOptIns { get; init; } = [];

    /// <summary>The tags of every principal.</summary>
    public PrincipalTags PrincipalTags { get; init; } = PrincipalTags.None;

    public PrincipalTags TagsOfPrincipal(string principal) => PrincipalTags;

    public bool IsAdministrator(string principal, bool readOnly) =>
        (readOnly ? ReadOnlyAdministrators : Administrators).Contains(principal);

    public string? CreatorOf(LakeResource resource) => Creators.GetValueOrDefault(resource);

    public IReadOnlyList<LakeGrant> GrantsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        Canonical(principals).Where(grant => Bears(grant.Resource, resource)).ToList();

    public bool HasGrantInside(LakeResource database, IReadOnlyCollection<string> principals) =>
        Canonical(principals).Any(grant => grant.Condition is null
            && grant.Resource.CatalogId == database.CatalogId && grant.Resource.DatabaseName == database.DatabaseName
            && grant.Resource.Kind != ResourceKind.Database)
        || TagGrants(TaggedResourceType.Table, principals).Any(grant => Tags.Keys.Append($"{database.DatabaseName}.t").Any(path =>
            path.Split('.') is [var name, var table, ..] && name == database.DatabaseName
            && Columns.Any(column => grant.Resource.TagExpression!.Matches(TagsOf(name, table, column)))));

    public bool HasTableOf(LakeResource database, string principal) => Creators.Any(creator =>
        creator.Value == principal && creator.Key.Kind == ResourceKind.Table && creator.Key.DatabaseName == database.DatabaseName);

    public IReadOnlyList<LakeGrant> TagGrants(TaggedResourceType type, IReadOnlyCollection<string> principals) =>
        Canonical(principals)
            .Where(grant => grant.Resource.Kind == ResourceKind.TagExpression && grant.Resource.ResourceType == type)
            .ToList();

    public IReadOnlyDictionary<string, string> TagsOf(LakeResource thing, string? column) =>
        TagsOf(thing.DatabaseName!, thing.TableName, column);

    private Dictionary<string, string> TagsOf(string database, string? table, string? column)
    {
        var tags = new Dictionary<string, string>();
        foreach (var path in new[] { database, $"{database}.{table}", $"{database}.{table}.{column}" })
            if (Tags.TryGetValue(path.TrimEnd('.'), out var tag)) tags[tag.Key] = tag.Value;
        return tags;
    }

    public IReadOnlyList<string> ColumnsOf(LakeResource table) => Columns;

    /// <summary>Those of the columns that are partition keys.</summary>
    public IReadOnlyList<string> PartitionKeys { get; init; } = [];

    public IReadOnlyList<string> PartitionKeysOf(LakeResource table) => PartitionKeys;

    public DataFilterRule? FilterOf(LakeResource filter) =>
        Filters.FirstOrDefault(rule => rule.Name == filter.FilterName)?.WithKeys(PartitionKeys);

    public IReadOnlyList<string?> OptInsOn(LakeResource resource, IReadOnlyCollection<string> principals) =>
        [.. OptIns.Select(optIn => (optIn.Principal, optIn.Resource, Condition: (string?)null))
            .Concat(ConditionalOptIns.Select(optIn => (optIn.Principal, optIn.Resource, Condition: (string?)optIn.Condition)))
            .Where(optIn => principals.Contains(optIn.Principal) && (optIn.Resource == resource
                || (resource.Kind == ResourceKind.Table && optIn.Resource == LakeResource.AllTables(resource.DatabaseName!, AccountId))))
            .Select(optIn => optIn.Condition)];

    private static bool Bears(LakeResource granted, LakeResource asked) => asked.Kind switch
    {
        ResourceKind.Table => granted.CatalogId == asked.CatalogId && granted.DatabaseName == asked.DatabaseName
            && (granted.Kind == ResourceKind.AllTables || (granted.TableName is not null && granted.TableName == asked.TableName)),
        ResourceKind.DataLocation => granted.Kind == ResourceKind.DataLocation
            && S3Location.IsUnder(asked.DataLocation!, granted.DataLocation!),
        ResourceKind.Tag => granted.Kind == ResourceKind.Tag && granted.TagKey == asked.TagKey,
        _ => granted == asked,
    };

    private IEnumerable<LakeGrant> Canonical(IReadOnlyCollection<string> principals) =>
        CanonicalGrants.Of(Grants, AccountId).Where(grant => principals.Contains(grant.Principal));
}
