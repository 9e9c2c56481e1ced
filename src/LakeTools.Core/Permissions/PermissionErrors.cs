using Amazon.Runtime;
using LakeTools.Core.Catalog;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Permissions;

/// <summary>
/// Says what Lake Formation's refusals mean. It answers 'does not exist or you may not' for both; only then, with an
/// error to explain, is the catalog asked which of the two it is.
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class PermissionErrors(LakeConnection connection)
{
    /// <summary>The code of a write that met another one.</summary>
    public const string Conflict = "ConcurrentModificationException";

    private const string NothingRevoked = "No permissions revoked";

    /// <summary>True where the service says that there was nothing to do, which is what was wanted.</summary>
    public static bool IsNothingToDo(string? code, string? message) =>
        code == "AlreadyExistsException"
            || (code == "InvalidInputException" && message?.StartsWith(NothingRevoked, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>True where the same entry may well succeed a moment later.</summary>
    public static bool IsTransient(string? code) => code is Conflict or "ThrottledException" or "ThrottlingException" or "Throttling"
        or "TooManyRequestsException" or "OperationTimeoutException" or "InternalServiceException" or "InternalFailure"
            or "ServiceUnavailable";

    /// <summary>The error of an entry that nobody answered, or of all that would follow.</summary>
    public static LakeException Unanswered(LakePermission? target, EntryFailure failure, bool ends = false) =>
        new(failure.Cause, nameof(Errors.Errors.ConnectionLost), LakeErrorCategory.Connection, target, Errors.Errors.ConnectionLost,
            "Lake Formation", failure.Message)
        {
            EndsPipeline = ends,
        };

    /// <summary>The error of one entry.</summary>
    /// <param name="target">The entry.</param>
    /// <param name="resource">Its resource.</param>
    /// <param name="code">The service's code.</param>
    /// <param name="message">The service's text.</param>
    /// <param name="cause">What was thrown, or null where the service listed the error in its answer.</param>
    /// <param name="cancellationToken">Stops the question to the catalog.</param>
    public async Task<LakeException> ExplainAsync(LakePermission target, LakeResource resource, string? code, string? message,
        Exception? cause,
        CancellationToken cancellationToken)
    {
        var text = message ?? "";
        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
        LakeException Make(string id, LakeErrorCategory category, string format, params object?[] arguments) =>
            new(cause, id, category, target, format, arguments);

        if (code is "EntityNotFoundException" or "AccessDeniedException"
            && await MissingAsync(target, resource, cause, cancellationToken).ConfigureAwait(false) is { } missing)
            return missing;
        if (Says("non-existent column")
            && await MissingColumnAsync(target, resource, cause, cancellationToken).ConfigureAwait(false) is { } column) return column;
        if (Says("Cell Filter not found"))
        {
            return Make(nameof(Errors.Errors.DataFilterNotFound), LakeErrorCategory.NotFound, Errors.Errors.DataFilterNotFound,
                resource.DatabaseName, resource.TableName, resource.FilterName);
        }

        if (Says("register the S3 path"))
            return Make(nameof(Errors.Errors.LocationNotRegistered), LakeErrorCategory.InvalidArgument, Errors.Errors.LocationNotRegistered,
                S3Location.ToUri(resource.DataLocation ?? ""));
        if (Says("Invalid principal"))
            return Make(nameof(Errors.Errors.PrincipalNotFound), LakeErrorCategory.NotFound, Errors.Errors.PrincipalNotFound,
                target.Principal);
        if (Says("Permissions modification is invalid"))
            return Make(nameof(Errors.Errors.PermissionNotModifiable), LakeErrorCategory.Conflict, Errors.Errors.PermissionNotModifiable,
                target);
        return code switch
        {
            "AccessDeniedException" => Make(nameof(Errors.Errors.AccessDenied), LakeErrorCategory.PermissionDenied,
                Errors.Errors.AccessDenied, "Lake Formation", target, text),
            "EntityNotFoundException" => Make(nameof(Errors.Errors.ResourceNotFound), LakeErrorCategory.NotFound,
                Errors.Errors.ResourceNotFound, "Lake Formation", target, text),
            Conflict => Make(nameof(Errors.Errors.RequestConflict), LakeErrorCategory.Conflict, Errors.Errors.RequestConflict,
                "Lake Formation", target, text),
            _ when IsTransient(code) => Make(nameof(Errors.Errors.Throttled), LakeErrorCategory.LimitExceeded, Errors.Errors.Throttled,
                "Lake Formation", target, text),
            _ => Make(nameof(Errors.Errors.InvalidRequest), LakeErrorCategory.InvalidArgument, Errors.Errors.InvalidRequest,
                "Lake Formation", target, text),
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
        catch (LakeException error) when (error.Id is nameof(Errors.Errors.DatabaseNotFound))
        {
            return new LakeException(cause, error.Id, error.Category, target, Errors.Errors.DatabaseNotFound, database);
        }
        catch (LakeException error) when (error.Id is nameof(Errors.Errors.TableNotFound))
        {
            return new LakeException(cause, error.Id, error.Category, target, Errors.Errors.TableNotFound, database, table);
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException or OperationCanceledException)
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
        catch (LakeException error) when (error.Id is nameof(Errors.Errors.TagNotFound) or nameof(Errors.Errors.TagValueNotFound))
        {
            return new LakeException(cause, error.Id, error.Category, target, "{0}", error.Message);
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
            return missing is null ? null : new LakeException(cause, nameof(Errors.Errors.ColumnNotFound), LakeErrorCategory.NotFound,
                target,
                Errors.Errors.ColumnNotFound, $"{resource.DatabaseName}.{table}", missing, string.Join(", ", known));
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException or OperationCanceledException)
        {
            return null; // the first refusal says more
        }
    }
}
