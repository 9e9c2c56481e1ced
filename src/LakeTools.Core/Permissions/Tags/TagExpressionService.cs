using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Tags;

/// <summary>Makes, reads, changes and removes saved expressions on LF-Tags.</summary>
/// <param name="connection">The lake.</param>
public sealed class TagExpressionService(LakeConnection connection)
{
    /// <summary>Makes an expression.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="description">The description, or null.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The expression as the service now has it.</returns>
    /// <exception cref="LakeException"><c>TagInvalid</c>, <c>TagNotFound</c>, <c>TagValueNotFound</c>, <c>TagExpressionExists</c>, and what
    /// the service refuses.</exception>
    public async Task<Written<LakeTagExpression>> CreateAsync(string name, TagExpression expression, string? description, string? catalogId,
        CancellationToken cancellationToken)
    {
        TagNames.Expression(expression);
        await new TagService(connection).RequireAsync(expression, catalogId, cancellationToken).ConfigureAwait(false);
        try
        {
            var request = new CreateLFTagExpressionRequest { CatalogId = catalogId, Name = name, Description = description,
                Expression = TagMapping.ToApi(expression) };
            await LostAnswers.MakeAsync(
                () => connection.Clients.LakeFormation.CreateLFTagExpressionAsync(request, cancellationToken),
                request,
                async () => await connection.Clients.LakeFormation.GetLFTagExpressionAsync(
                    new GetLFTagExpressionRequest { CatalogId = catalogId, Name = name }, cancellationToken).ConfigureAwait(false))
                        .ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "InvalidInputException" or "AlreadyExistsException")
        {
            if (await FindAsync(name, catalogId, cancellationToken).ConfigureAwait(false) is null) throw;
            throw Fault.TagExpressionExists(name, inner: error);
        }

        return connection.Written(name, $"The expression '{name}' was created",
            token => GetAsync(name, catalogId, token));
    }

    /// <summary>Finds an expression.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="LakeException"><c>TagExpressionNotFound</c>: it is not there, or the caller may not know of it.</exception>
    public async Task<LakeTagExpression> GetAsync(string name, string? catalogId, CancellationToken cancellationToken) =>
        await FindAsync(name, catalogId, cancellationToken).ConfigureAwait(false) ?? throw NotFound(name);

    /// <summary>Walks the expressions that the caller may see, page by page.</summary>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    /// <returns>The expressions.</returns>
    public async IAsyncEnumerable<LakeTagExpression> ListAsync(string? catalogId,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var request = new ListLFTagExpressionsRequest { CatalogId = catalogId };
        var pages = connection.Clients.LakeFormation.Paginators.ListLFTagExpressions(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
            foreach (var found in page.LFTagExpressions ?? [])
                yield return ToExpression(found.Name, found.Expression, found.Description, found.CatalogId);
    }

    /// <summary>Changes an expression; what is null stays.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="expression">The new expression.</param>
    /// <param name="description">The new description; empty for none.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The expression as the service now has it.</returns>
    /// <exception cref="LakeException"><c>TagExpressionNotFound</c>, <c>TagInvalid</c>, <c>TagNotFound</c>, <c>TagValueNotFound</c>, and
    /// what the service refuses.</exception>
    public async Task<Written<LakeTagExpression>> ChangeAsync(string name, TagExpression? expression, string? description,
        string? catalogId, CancellationToken cancellationToken)
    {
        if (expression is not null) TagNames.Expression(expression);
        var old = await ReadAsync(name, catalogId, cancellationToken).ConfigureAwait(false) ?? throw NotFound(name);
        if (expression is not null) await new TagService(connection).RequireAsync(expression, catalogId, cancellationToken)
            .ConfigureAwait(false);
        // The service replaces both.
        var text = description ?? old.Description;
        await connection.Clients.LakeFormation.UpdateLFTagExpressionAsync(new UpdateLFTagExpressionRequest
        {
            CatalogId = catalogId,
            Name = name,
            Description = string.IsNullOrEmpty(text) ? null : text,
            Expression = expression is null ? old.Expression : TagMapping.ToApi(expression, old.Expression),
        }, cancellationToken).ConfigureAwait(false);
        return connection.Written(name, $"The expression '{name}' was changed",
            token => GetAsync(name, catalogId, token));
    }

    /// <summary>Removes an expression, and with it the grants by it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="catalogId">The account; null for the caller's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>TagExpressionNotFound</c>, and what the service refuses.</exception>
    public async Task RemoveAsync(string name, string? catalogId, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Clients.LakeFormation.DeleteLFTagExpressionAsync(
                new DeleteLFTagExpressionRequest { CatalogId = catalogId, Name = name }, cancellationToken).ConfigureAwait(false);
        }
        catch (EntityNotFoundException)
        {
            throw NotFound(name);
        }
    }

    private async Task<LakeTagExpression?> FindAsync(string name, string? catalogId, CancellationToken cancellationToken) =>
        await ReadAsync(name, catalogId, cancellationToken).ConfigureAwait(false) is { } found
            ? ToExpression(found.Name, found.Expression, found.Description, found.CatalogId) : null;

    // A caller who may not see an expression gets AccessDenied, whether it exists or not.
    private async Task<GetLFTagExpressionResponse?> ReadAsync(string name, string? catalogId, CancellationToken cancellationToken)
    {
        try
        {
            return await connection.Clients.LakeFormation.GetLFTagExpressionAsync(
                new GetLFTagExpressionRequest { CatalogId = catalogId, Name = name }, cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "EntityNotFoundException" or "AccessDeniedException")
        {
            return null;
        }
    }

    private static LakeException NotFound(string name) => Fault.TagExpressionNotFound(name);

    private static LakeTagExpression ToExpression(string name, List<LFTag>? expression, string? description, string? catalogId) => new()
    {
        Name = name,
        Expression = new TagConditions(TagMapping.ToExpression(expression)),
        Description = description,
        CatalogId = catalogId,
    };
}
