using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Reports;

/// <summary>
/// Creates the lists of a lake at the time of a publish: the current lists, in which the items that the definition owns are as that
/// publish left it.
/// </summary>
/// <param name="now">The current lists.</param>
/// <param name="since">The differences.</param>
/// <param name="wanted">The databases that the report is about, by name or with wildcards; empty for all.</param>
internal sealed class EarlierLists(ReportLists now, VersionChanges since, IReadOnlyList<string> wanted)
{
    private readonly string _account = now.Lake.AccountId;
    private readonly List<KeyPattern> _wanted = [.. wanted.Select(name => new KeyPattern(name.ToLowerInvariant()))];

    /// <summary>Creates the lists.</summary>
    /// <param name="resolve">Finds the current expression with a name. Null if there is none.</param>
    /// <returns>The earlier lists.</returns>
    public async Task<ReportLists> MakeAsync(Func<string, Task<TagExpression?>> resolve)
    {
        var grants = Grants();
        var databases = Databases();
        var tables = Tables(databases);
        var then = now with
        {
            Lake = now.Lake with
            {
                Administrators = Ids(StateKind.Administrator, now.Lake.Administrators),
                ReadOnlyAdministrators = Ids(StateKind.ReadOnlyAdministrator, now.Lake.ReadOnlyAdministrators),
            },
            OptIns = OptIns(),
            Grants = grants,
            TaggedGrants = await TaggedAsync(grants, resolve).ConfigureAwait(false),
            Databases = databases,
            Tables = tables,
            Filters = Filters(),
            Tags = Tags(databases, tables),
            Details = Details(tables),
        };
        return then with { PrincipalTags = PrincipalTags(then.Everybody()) };
    }

    private IEnumerable<ChangedThing> Of(StateKind kind) => since.Changes.Where(change => change.Key.Kind == kind);

    private IReadOnlyCollection<string> Ids(StateKind kind, IReadOnlyCollection<string> ids) =>
    [
        .. ids.Except(Of(kind).Select(change => change.Key.Id)),
        .. Of(kind).Where(change => change.Then is not null).Select(change => change.Key.Id),
    ];

    private IReadOnlyCollection<ListedOptIn> OptIns()
    {
        static ListedOptIn Listed(StateItem item) => new(item.Principal!, item.Resource!, item.Condition);
        return
        [
            .. now.OptIns.Except(Of(StateKind.OptIn).Select(change => change.Now).OfType<StateItem>().Select(Listed)),
            .. Of(StateKind.OptIn).Select(change => change.Then).OfType<StateItem>().Select(Listed),
        ];
    }

    private IReadOnlyList<LakeGrant> Grants()
    {
        var changed = Of(StateKind.Grant).Select(change => change.Key).ToHashSet();
        StateKey KeyOf(LakeGrant grant) =>
            StateKey.Of(StateKind.Grant, grant.Principal, GrantFacts.Thing(grant.Resource), _account, grant.Condition);
        return CanonicalGrants.FromListed(
            [
                .. now.Grants.Where(grant => !changed.Contains(KeyOf(grant))),
                .. Of(StateKind.Grant).Select(change => change.Then).OfType<StateItem>().SelectMany(GrantFacts.Grants),
            ],
            _account);
    }

    private async Task<IReadOnlyList<LakeGrant>> TaggedAsync(IReadOnlyList<LakeGrant> grants, Func<string, Task<TagExpression?>> resolve)
    {
        var changed = Of(StateKind.TagExpression).ToDictionary(change => change.Key.Id, change => change.Then);
        var tagged = new List<LakeGrant>();
        foreach (var grant in grants.Where(grant => grant.Resource.ResourceType is not null && IsOwn(grant.Resource)))
        {
            if (grant.Resource is not { TagExpression: null, TagExpressionName: { } name, ResourceType: { } type })
            {
                tagged.Add(grant);
                continue;
            }

            var expression = changed.TryGetValue(name, out var then)
                ? then is null ? null : Expression(then) : await resolve(name).ConfigureAwait(false);
            tagged.Add(expression is null ? grant
                : grant with { Resource = LakeResource.Tagged(type, expression, grant.Resource.CatalogId) });
        }

        return tagged;
    }

    private bool IsOwn(LakeResource resource) => resource.CatalogId is null || resource.CatalogId == _account;

    private static TagExpression Expression(StateItem item) => TagMapping.ToExpression(
        [.. TagExpressionState.Conditions(item).Select(tag => new LFTag { TagKey = tag.Key, TagValues = tag.Values })]);

    private List<string> Databases() =>
    [
        .. now.Databases.Except(Of(StateKind.Database).Select(change => change.Key.Id))
            .Concat(Of(StateKind.Database).Where(change => change.Then is not null).Select(change => change.Key.Id).Where(IsWanted))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    private bool IsWanted(string database) => _wanted.Count == 0 || _wanted.Exists(pattern => pattern.IsMatch(database));

    private List<GlueTable> Tables(List<string> databases)
    {
        var changed = Of(StateKind.Table).ToDictionary(change => change.Key.Id);
        var tables = now.Tables.Where(table => !changed.ContainsKey(StateKey.OfTable(table.DatabaseName, table.Name).Id));
        var known = now.Tables.ToLookup(table => StateKey.OfTable(table.DatabaseName, table.Name).Id, StringComparer.Ordinal);
        return
        [
            .. tables.Concat(changed.Values.Where(change => change.Then is not null)
                    .Select(change => Table(change.Then!, known[change.Key.Id].FirstOrDefault())))
                .Where(table => databases.BinarySearch(table.DatabaseName, StringComparer.Ordinal) >= 0)
                .OrderBy(table => table.DatabaseName, StringComparer.Ordinal).ThenBy(table => table.Name, StringComparer.Ordinal),
        ];
    }

    private static GlueTable Table(StateItem item, GlueTable? now)
    {
        var (database, name) = (item.Resource!.DatabaseName!, item.Resource.TableName!);
        if (LinkFacts.IsLink(item.Facts))
        {
            return new GlueTable
            {
                DatabaseName = database,
                Name = name,
                TargetDatabaseName = item.Facts[LinkFacts.TargetDatabase],
                TargetTableName = item.Facts.GetValueOrDefault(LinkFacts.TargetTable),
            };
        }

        return (now ?? new GlueTable { DatabaseName = database, Name = name }) with
        {
            Column = ColumnList.Read(item.Facts.GetValueOrDefault(TableFacts.Columns)),
            PartitionKey = ColumnList.Read(item.Facts.GetValueOrDefault(TableFacts.Partitions)),
        };
    }

    private IReadOnlyList<(LakeResource Filter, DataFilterRule Rule)> Filters()
    {
        var changed = Of(StateKind.DataFilter).Select(change => (change.Now ?? change.Then)!.Resource!).ToHashSet();
        return
        [
            .. now.Filters.Where(found => !changed.Contains(found.Filter)),
            .. Of(StateKind.DataFilter).Select(change => change.Then).OfType<StateItem>().Select(item =>
            {
                var filter = DataFilterState.Facts.Make(new DataCellsFilter { Name = item.Resource!.FilterName }, item.Facts);
                return (item.Resource!, AccessLists.Rule(filter));
            }),
        ];
    }

    // The tags on a database, a table or a column, combined with inherited tags.
    private Dictionary<LakeResource, ListedTags> Tags(List<string> databases, List<GlueTable> tables)
    {
        var own = since.State.Items.Where(item => item.Key.Kind == StateKind.TagAssignment)
            .ToDictionary(item => item.Resource!, item => item.Part(TagAssignmentState.Tag));
        var tags = new Dictionary<LakeResource, ListedTags>();
        foreach (var name in databases)
        {
            var database = LakeResource.Database(name, _account);
            var nowOn = now.Tags.GetValueOrDefault(database, ListedTags.None);
            var thenOn = Pairs(Own(database, nowOn.Of(isTable: false, null), StateItem.FactsOf()));
            tags[database] = new ListedTags(thenOn, null, null);
            foreach (var table in tables.Where(table => table.DatabaseName == name))
            {
                var resource = LakeResource.Table(name, table.Name, _account);
                var ofTable = now.Tags.GetValueOrDefault(resource, ListedTags.None);
                var onTable = ofTable.Of(isTable: true, null);
                var columns = table.Column.Concat(table.PartitionKey).Select(column => column.Name.ToLowerInvariant())
                    .Select(column => new ColumnLFTag
                    {
                        Name = column,
                        LFTags = Pairs(Own(
                            LakeResource.Columns(name, table.Name, [column], null, _account), ofTable.Of(isTable: true, column), onTable)),
                    });
                tags[resource] = new ListedTags(
                    thenOn, Pairs(Own(resource, onTable, nowOn.Of(isTable: false, null))), [.. columns]);
            }
        }

        return tags;

        // For items that the definition does not own: the values that differ from the inherited ones.
        IEnumerable<KeyValuePair<string, string>> Own(LakeResource resource, IReadOnlyDictionary<string, string> held,
            IReadOnlyDictionary<string, string> inherited) =>
            since.Owned.Owns(TagAssignmentState.Item(resource, []))
                ? own.GetValueOrDefault(resource) ?? StateItem.FactsOf()
                : held.Where(tag => inherited.GetValueOrDefault(tag.Key) != tag.Value);
    }

    private static List<LFTagPair> Pairs(IEnumerable<KeyValuePair<string, string>> tags) =>
        [.. tags.Select(tag => new LFTagPair { TagKey = tag.Key, TagValues = [tag.Value] })];

    private Dictionary<LakeResource, ReportDetail> Details(List<GlueTable> tables)
    {
        var details = new Dictionary<LakeResource, ReportDetail>(now.Details);
        foreach (var table in tables)
            details.TryAdd(LakeResource.Table(table.DatabaseName, table.Name, _account), ReportDetail.Of(table));
        return details;
    }

    private Dictionary<string, PrincipalTags> PrincipalTags(IEnumerable<string> principals)
    {
        var roles = Of(StateKind.Role).ToDictionary(change => change.Key.Id, change => change.Then, StringComparer.OrdinalIgnoreCase);
        var tags = new Dictionary<string, PrincipalTags>(StringComparer.Ordinal);
        if (roles.Count == 0) return tags;
        foreach (var id in principals)
        {
            if (LakePrincipal.TryParse(id, out var known) && known is { Kind: PrincipalKind.Role, AccountId: var account }
                && account == _account && roles.TryGetValue(id[(id.LastIndexOf('/') + 1)..], out var role))
                tags[id] = Rules.Conditions.PrincipalTags.Of(role?.Part(RoleState.Tag) ?? StateItem.FactsOf());
        }

        return tags;
    }
}
