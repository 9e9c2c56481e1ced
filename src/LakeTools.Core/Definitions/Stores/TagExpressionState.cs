using System.Runtime.CompilerServices;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The saved expressions of LF-Tags.</summary>
internal sealed class TagExpressionState(LakeConnection connection) : IStateStore
{
    /// <summary>The description of the expression.</summary>
    public const string Description = "description";
    private const string Condition = "tag.";

    public StateKind Kind => StateKind.TagExpression;

    public static StateItem Item(string name, TagExpression expression, string? description, string account) => new(
        new StateKey(StateKind.TagExpression, name),
        StateItem.FactsOf([
            (Description, description),
            .. expression.Select(condition =>
                (Condition + condition.Key, (string?)FactJson.Write(condition.Value))),
        ]))
    {
        Resource = LakeResource.NamedTagExpression(name, account),
    };

    /// <summary>The fact of the values that one of its LF-Tags may have.</summary>
    /// <param name="key">The LF-Tag's key.</param>
    public static string FactOf(string key) => Condition + key;

    /// <summary>The conditions of an expression's item: keys of LF-Tags with values.</summary>
    public static IEnumerable<(string Key, List<string> Values)> Conditions(StateItem expression) =>
        expression.Part(Condition).Select(condition => (condition.Key, FactJson.Texts(condition.Value)));

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var request = new ListLFTagExpressionsRequest { CatalogId = connection.CatalogId };
        var pages = connection.Clients.LakeFormation.Paginators.ListLFTagExpressions(request).Responses;
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var found in page.LFTagExpressions ?? [])
            {
                foreach (var member in UnknownMembers.Names(found.Expression)) scope.LeftOut?.Add(member, Kind, found.Name);
                yield return Item(
                    found.Name,
                    TagMapping.ToExpression(found.Expression),
                    string.IsNullOrEmpty(found.Description) ? null : found.Description,
                    account);
            }
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var client = connection.Clients.LakeFormation;
        var (name, catalog) = (change.Item.Key.Id, connection.CatalogId);
        if (change.After is not { } after)
        {
            await client.DeleteLFTagExpressionAsync(new DeleteLFTagExpressionRequest { CatalogId = catalog, Name = name },
                cancellationToken).ConfigureAwait(false);
            return;
        }

        List<LFTag> expression = [.. Conditions(after).Select(tag => new LFTag { TagKey = tag.Key, TagValues = tag.Values })];
        // An empty text removes one; nothing might leave it.
        var description = after.Facts.GetValueOrDefault(Description) ?? (change.Unset.Contains(Description) ? "" : null);
        if (change.Before is null)
            await client.CreateLFTagExpressionAsync(
                new CreateLFTagExpressionRequest { CatalogId = catalog, Name = name, Description = description, Expression = expression },
                cancellationToken).ConfigureAwait(false);
        else
            await client.UpdateLFTagExpressionAsync(
                new UpdateLFTagExpressionRequest { CatalogId = catalog, Name = name, Description = description, Expression = expression },
                cancellationToken).ConfigureAwait(false);
    }
}
