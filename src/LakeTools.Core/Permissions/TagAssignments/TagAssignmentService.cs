using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Core.Errors;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.TagAssignments;

/// <summary>Puts LF-Tags on databases, tables and columns, takes them off, and says which hold.</summary>
/// <param name="connection">The lake.</param>
public sealed class TagAssignmentService(LakeConnection connection)
{
    private readonly TagAssignmentCalls _calls = new(connection);
    private readonly HashSet<(string? CatalogId, string Key, string Value)> _known = []; // seen to exist, so that many resources ask once

    /// <summary>Puts tags on a resource; a key's value that is there is replaced.</summary>
    /// <param name="resource">A database, a table, or named columns of a table.</param>
    /// <param name="tags">Keys, each with one value.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The assigned tags, column by column.</returns>
    /// <exception cref="LakeException">
    /// <c>TagInvalid</c>, <c>TagValueAmbiguous</c>, <c>TagNotFound</c>, <c>TagValueNotFound</c>, <c>DatabaseNotFound</c>,
    /// <c>TableNotFound</c>, <c>ColumnNotFound</c>, <c>TagAssignmentFailed</c>.
    /// </exception>
    public async Task<IReadOnlyList<LakeTagAssignment>> AddAsync(LakeResource resource, TagExpression tags,
        CancellationToken cancellationToken)
    {
        TagNames.Expression(tags);
        foreach (var (key, values) in tags)
        {
            if (values is [var value] && value != TagExpression.AnyValue) continue;
            throw Fault.TagValueAmbiguous(key, values);
        }

        await RequireAsync(AccountOf(resource), tags, cancellationToken).ConfigureAwait(false);
        var account = AccountOf(resource);
        var (failures, _) = await ExplainAsync(resource, () => _calls.ChangeAsync(isRemoved: false, account,
            PermissionMapping.ToApi(resource), Pairs(tags, account), cancellationToken), cancellationToken).ConfigureAwait(false);
        ThrowFor(failures, resource);
        return Assignments(resource, tags);
    }

    /// <summary>Takes tags off a resource; <c>*</c> as value is whichever it has.</summary>
    /// <param name="resource">A database, a table, or named columns of a table.</param>
    /// <param name="tags">Keys with the values that may go.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The removed tags, column by column; empty if there were none.</returns>
    /// <exception cref="LakeException">As for adding, but that tags which are not there need not be.</exception>
    public async Task<IReadOnlyList<LakeTagAssignment>> RemoveAsync(LakeResource resource, TagExpression tags,
        CancellationToken cancellationToken)
    {
        TagNames.Expression(tags);
        var gone = new List<LakeTagAssignment>();
        var own = await ListAsync(resource, onlyOwn: true, cancellationToken).ConfigureAwait(false);
        // Columns may have different values of one key: each call is about those that have the same.
        foreach (var group in own.Where(one => IsMeant(one, resource, tags)).GroupBy(one => (one.TagKey, one.TagValue)))
        {
            var meant = resource.Kind == ResourceKind.Columns
                ? LakeResource.Columns(resource.DatabaseName!, resource.TableName!, group.Select(one => one.ColumnName!), null,
                    resource.CatalogId)
                : resource;
            var account = AccountOf(resource);
            List<LFTagPair> pairs = [new() { CatalogId = account, TagKey = group.Key.TagKey, TagValues = [group.Key.TagValue] }];
            var done = gone.Count == 0 ? null
                : $"The LF-Tags {string.Join(", ", gone.Select(one => one.TagKey).Distinct())} of {resource} were removed";
            gone.AddRange(await LaterStep.CallAsync(resource, done, "the others were not", async () =>
            {
                var (failures, mayBeOurs) = await ExplainAsync(resource, () => _calls.ChangeAsync(isRemoved: true, account,
                    PermissionMapping.ToApi(meant), pairs, cancellationToken), cancellationToken).ConfigureAwait(false);
                if (!mayBeOurs || await HasAsync(meant, group.Key.TagKey, cancellationToken).ConfigureAwait(false))
                    ThrowFor(failures, meant);
                return group;
            }, cancellationToken).ConfigureAwait(false));
        }

        return gone;
    }

    /// <summary>
    /// The tags that hold on a resource. For a table: its own, those that it inherits, and what its columns have of their own; for columns:
    /// all that holds on them.
    /// </summary>
    /// <param name="resource">A database, a table, or named columns of a table.</param>
    /// <param name="onlyOwn">Leaves out what is inherited.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The tags that the caller may see.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>TableNotFound</c>, <c>ColumnNotFound</c>, and what
    /// the service refuses.</exception>
    public async Task<IReadOnlyList<LakeTagAssignment>> ListAsync(LakeResource resource, bool onlyOwn, CancellationToken cancellationToken)
    {
        // The service does not say of a tag whether it is inherited: it says which hold, and which were put on the resource itself.
        var own = await ReadAsync(resource, showAssigned: true, cancellationToken).ConfigureAwait(false);
        if (resource.Kind == ResourceKind.Database)
            return [.. (own.LFTagOnDatabase ?? []).Select(tag => ToAssignment(resource, null, tag, null))];
        var all = onlyOwn ? own : await ReadAsync(resource, showAssigned: false, cancellationToken).ConfigureAwait(false);
        var found = new List<LakeTagAssignment>();
        var ownOfTable = TagMapping.ToTags(own.LFTagsOnTable);
        if (resource.Kind == ResourceKind.Table)
            found.AddRange((all.LFTagsOnTable ?? [])
                .Select(tag => ToAssignment(resource, null, tag, ownOfTable.ContainsKey(tag.TagKey)
                ? null : nameof(ResourceKind.Database))));
        else if (!onlyOwn)
            ownOfTable = TagMapping.ToTags((await ReadAsync(TableOf(resource), showAssigned: true, cancellationToken).ConfigureAwait(false))
                .LFTagsOnTable);
        foreach (var column in (resource.Kind == ResourceKind.Table ? own : all).LFTagsOnColumns ?? [])
        {
            var ownOfColumn = TagMapping.ToTags(own.LFTagsOnColumns?.FirstOrDefault(other => other.Name == column.Name)?.LFTags);
            string? From(string key) => ownOfColumn.ContainsKey(key) ? null : ownOfTable.ContainsKey(key)
                ? nameof(ResourceKind.Table) : nameof(ResourceKind.Database);
            found.AddRange(column.LFTags.Select(tag => ToAssignment(resource, column.Name, tag, From(tag.TagKey))));
        }

        return found;
    }

    private async Task<bool> HasAsync(LakeResource resource, string key, CancellationToken cancellationToken) =>
        (await ListAsync(resource, onlyOwn: true, cancellationToken).ConfigureAwait(false))
            .Any(own => own.TagKey == key && (resource.Kind == ResourceKind.Columns) == (own.ColumnName is not null));

    private static LakeResource TableOf(LakeResource columns) =>
        LakeResource.Table(columns.DatabaseName!, columns.TableName!, columns.CatalogId);

    private static bool IsMeant(LakeTagAssignment own, LakeResource resource, TagExpression tags) =>
        (resource.Kind == ResourceKind.Columns) == (own.ColumnName is not null)
        && tags.Any(tag => tag.Key == own.TagKey && (tag.Value.Contains(own.TagValue) || tag.Value.Contains(TagExpression.AnyValue)));

    private async Task RequireAsync(string? catalogId, TagExpression tags, CancellationToken cancellationToken)
    {
        if (tags.All(tag => _known.Contains((catalogId, tag.Key, tag.Value[0])))) return;
        await new TagService(connection).RequireAsync(tags, catalogId, cancellationToken).ConfigureAwait(false);
        _known.UnionWith(tags.Select(tag => (catalogId, tag.Key, tag.Value[0])));
    }

    private Task<GetResourceLFTagsResponse> ReadAsync(LakeResource resource, bool showAssigned, CancellationToken cancellationToken)
    {
        var request = new GetResourceLFTagsRequest { CatalogId = AccountOf(resource), Resource = PermissionMapping.ToApi(resource),
            ShowAssignedLFTags = showAssigned };
        return ExplainAsync(resource, () =>
            connection.Clients.LakeFormation.GetResourceLFTagsAsync(request, cancellationToken), cancellationToken);
    }

    private async Task<T> ExplainAsync<T>(LakeResource resource, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (AmazonServiceException error)
        {
            var target = PermissionMapping.ToPermission(new LakeGrant("", resource, PermissionSet.None));
            var explained = await new PermissionErrors(connection)
                .ExplainAsync(target, resource, error.ErrorCode, error.Message, error, cancellationToken)
                .ConfigureAwait(false);
            if (explained.Category != LakeErrorCategory.NotFound || explained.Id == nameof(Fault.ResourceNotFound)) throw;
            throw explained.Of(resource, error);
        }
    }

    private static void ThrowFor(IReadOnlyList<(LFTagPair Tag, EntryFailure Failure)> failures, LakeResource resource)
    {
        if (failures.Count == 0) return;
        var texts = string.Join("; ", failures.Select(one =>
            $"{one.Tag.TagKey} = {string.Join(", ", one.Tag.TagValues ?? [])}: {one.Failure.Message ?? one.Failure.Code}"));
        // The advice of the other error is for tags that the caller may not assign.
        if (failures.Select(one => one.Failure).FirstOrDefault(failure => failure.IsTransient || failure.Code is null) is { } passing)
            throw SdkErrors.OfItem(passing.Code, texts, "Lake Formation", $"the LF-Tags of {resource}", resource);
        throw Fault.TagAssignmentFailed(resource, texts);
    }

    private static List<LFTagPair> Pairs(TagExpression tags, string? account) =>
        tags.Select(tag => new LFTagPair { CatalogId = account, TagKey = tag.Key, TagValues = [.. tag.Value] }).ToList();

    // LF-Tags belong to an account. Resources in its other catalogs have the LF-Tags of the account too.
    private static string? AccountOf(LakeResource resource) =>
        resource.CatalogId is { Length: > 12 } nested ? nested[..12] : resource.CatalogId;

    private static List<LakeTagAssignment> Assignments(LakeResource resource, TagExpression tags)
    {
        IEnumerable<string?> columns = resource.Kind == ResourceKind.Columns ? resource.ColumnNames : [null];
        return columns.SelectMany(column => tags.Select(tag =>
            ToAssignment(resource, column, new LFTagPair { CatalogId = resource.CatalogId, TagKey = tag.Key, TagValues = [.. tag.Value] },
                null))).ToList();
    }

    private static LakeTagAssignment ToAssignment(LakeResource resource, string? column, LFTagPair tag, string? inheritedFrom) => new()
    {
        CatalogId = tag.CatalogId,
        DatabaseName = resource.DatabaseName!,
        TableName = resource.TableName,
        ColumnName = column,
        TagKey = tag.TagKey,
        TagValue = tag.TagValues[0],
        InheritedFrom = inheritedFrom,
        Tag = TagMapping.ToConditions([KeyValuePair.Create(tag.TagKey, tag.TagValues[0])]),
    };
}
