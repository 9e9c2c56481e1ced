using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Grants;

/// <summary>
/// Says what Lake Formation's refusals mean. It answers 'does not exist or you may not' for both; only then, with an
/// error to explain, is the catalog asked which of the two it is.
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class PermissionErrors(LakeConnection connection)
{
    private const string Service = "Lake Formation";

    private const string NothingRevoked = "No permissions revoked";

    /// <summary>True if the service says that there was nothing to do, which is what was wanted.</summary>
    public static bool IsNothingToDo(string? code, string? message) =>
        code == "AlreadyExistsException"
            || (code == "InvalidInputException" && message?.StartsWith(NothingRevoked, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The error of one entry.</summary>
    /// <param name="target">The entry.</param>
    /// <param name="resource">Its resource.</param>
    /// <param name="code">The service's code.</param>
    /// <param name="message">The service's text.</param>
    /// <param name="cause">The exception, or null if the service listed the error in its answer.</param>
    /// <param name="cancellationToken">Stops the question to the catalog.</param>
    /// <param name="asked">What was requested. Null for the entry.</param>
    public async Task<LakeException> ExplainAsync(LakePermission target, LakeResource resource, string? code, string? message,
        Exception? cause,
        CancellationToken cancellationToken,
        string? asked = null)
    {
        var text = message ?? "";
        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

        // A resource that is not found by name may be the target of a link.
        if (code == "EntityNotFoundException" && resource.DatabaseName is not null && !resource.IsNested
            && await LinkAsync(target, resource, cause, cancellationToken).ConfigureAwait(false) is { } behind)
            return behind;
        if (code == "EntityNotFoundException" && resource is { CatalogId: { Length: > 12 } catalog } && Says($"catalog {catalog}"))
            return Fault.LakeCatalogNotFound(target, catalog, inner: cause);
        if (code is "EntityNotFoundException" or "AccessDeniedException"
            && await MissingAsync(target, resource, cause, cancellationToken).ConfigureAwait(false) is { } missing)
            return missing;
        if (Says("non-existent column")
            && await MissingColumnAsync(target, resource, cause, cancellationToken).ConfigureAwait(false) is { } column) return column;
        if (Says("Cell Filter not found"))
            return Fault.DataFilterNotFound(target, resource.DatabaseName, resource.TableName, resource.FilterName, inner: cause);
        if (Says("register the S3 path"))
            return Fault.LocationNotRegistered(target, S3Location.ToUri(resource.DataLocation ?? ""), inner: cause);
        if (Says("Invalid principal")) return Fault.PrincipalNotFound(target, target.Principal, inner: cause);
        if (Says("partition keys cannot be excluded")) return Fault.PartitionKeyExcluded(
            target, string.Join(", ", resource.ExcludedColumnNames), $"{resource.DatabaseName}.{resource.TableName}", inner: cause);
        if (Says("Permissions modification is invalid")
            && await LinkAsync(target, resource, cause, cancellationToken).ConfigureAwait(false) is { } link) return link;
        if (Says("Permissions modification is invalid")) return Fault.PermissionNotModifiable(target, inner: cause);
        // An entry without permissions is an opt-in.
        asked ??= target.Permission.Count > 0 ? target.ToString() : $"the opt-in of {target.Principal} on {resource}";
        return code switch
        {
            "AccessDeniedException" => Fault.AccessDenied(target, Service, asked, AccessRemedy.Added(text,
                target.Permission.Count > 0 ? "To grant or revoke a permission, a principal needs its grant option." : null), inner: cause),
            "EntityNotFoundException" => Fault.ResourceNotFound(target, Service, asked, text, inner: cause),
            EntryFailure.Conflict => Fault.RequestConflict(target, Service, asked, text, inner: cause),
            _ when EntryFailure.IsTransientCode(code) => Fault.Throttled(target, Service, asked, text, inner: cause),
            _ => Fault.InvalidRequest(target, Service, asked, text, inner: cause),
        };
    }

    private async Task<LakeException?> MissingAsync(LakePermission target, LakeResource resource, Exception? cause,
        CancellationToken cancellationToken)
    {
        if (TagsOf(resource) is { } tags)
            return await MissingTagAsync(target, tags, resource.CatalogId, cause, cancellationToken).ConfigureAwait(false);
        if (resource.DatabaseName is not { } database) return null;
        var table = resource.Kind is ResourceKind.Database or ResourceKind.AllTables ? null : resource.TableName;
        try
        {
            if (table is null) await new DatabaseService(connection).GetAsync(database, resource.CatalogId, cancellationToken)
                .ConfigureAwait(false);
            else await new TableService(connection).GetAsync(database, table, resource.CatalogId, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (LakeException error) when (error.Id is nameof(Fault.DatabaseNotFound) or nameof(Fault.TableNotFound))
        {
            return error.Of(target, cause);
        }
        catch (Exception error)
            when (error is LakeException or AmazonServiceException or HttpRequestException or OperationCanceledException)
        {
            return null; // the first refusal says more
        }
    }

    // Permissions that a resource link does not support are granted on its target.
    private async Task<LakeException?> LinkAsync(LakePermission target, LakeResource resource, Exception? cause,
        CancellationToken cancellationToken)
    {
        try
        {
            var behind = await new LinkReader(connection).TargetAsync(resource, cancellationToken).ConfigureAwait(false);
            if (behind is null) return null;
            var home = connection.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
            var command = GrantCommand.For(target.Principal, PermissionNames.Listed(target.Permission), behind.Resource, home);
            return Fault.ResourceLinkPermission(target, resource, behind.Resource, command, inner: cause);
        }
        catch (Exception error)
            when (error is LakeException or AmazonServiceException or HttpRequestException or OperationCanceledException)
        {
            return null; // the first refusal says more
        }
    }

    private static TagExpression? TagsOf(LakeResource resource) => resource.TagKey is { } key
        ? TagExpression.Of([KeyValuePair.Create(key, (IEnumerable<string>)resource.TagValues)])
        : resource.TagExpression;

    private async Task<LakeException?> MissingTagAsync(LakePermission target, TagExpression tags, string? catalogId, Exception? cause,
        CancellationToken cancellationToken)
    {
        try
        {
            await new TagService(connection).RequireAsync(tags, catalogId, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (LakeException error) when (error.Id is nameof(Fault.TagNotFound) or nameof(Fault.TagValueNotFound))
        {
            return error.Of(target, cause);
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException)
        {
            return null; // the first refusal says more
        }
    }

    private async Task<LakeException?> MissingColumnAsync(LakePermission target, LakeResource resource, Exception? cause,
        CancellationToken cancellationToken)
    {
        if (resource.TableName is not { } table) return null;
        try
        {
            var found = await new TableService(connection).GetAsync(resource.DatabaseName!, table, resource.CatalogId, cancellationToken)
                .ConfigureAwait(false);
            var known = found.Column.Concat(found.PartitionKey).Select(column => column.Name).ToList();
            var missing = resource.ColumnNames.Concat(resource.ExcludedColumnNames).FirstOrDefault(name => !known.Contains(name));
            return missing is null ? null : Fault.ColumnNotFound(
                target,
                $"{resource.DatabaseName}.{table}",
                missing,
                string.Join(", ", known),
                inner: cause);
        }
        catch (Exception error)
            when (error is LakeException or AmazonServiceException or HttpRequestException or OperationCanceledException)
        {
            return null; // the first refusal says more
        }
    }
}
