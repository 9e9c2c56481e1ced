using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The saved expressions of LF-tags.</summary>
internal sealed class TagExpressionState(LakeConnection connection) : IStateStore
{
    private const string Condition = "tag.";

    public StateKind Kind => StateKind.TagExpression;

    public static StateItem Item(string name, TagExpression expression, string? description, string account) => new(
        new StateKey(StateKind.TagExpression, name),
        StateItem.FactsOf([("description", description),
            .. expression.Select(condition =>
            (Condition + condition.Key, (string?)JsonSerializer.Serialize(condition.Value.ToArray(), ReadableJson.Options)))]))
    {
        Resource = LakeResource.NamedTagExpression(name, account),
    };

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!scope.Has(Kind)) yield break;
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var request = new ListLFTagExpressionsRequest { CatalogId = connection.CatalogId };
        do
        {
            var page = await connection.Clients.LakeFormation.ListLFTagExpressionsAsync(request, cancellationToken).ConfigureAwait(false);
            foreach (var found in page.LFTagExpressions ?? [])
            {
                yield return Item(found.Name, TagExpression.Of((found.Expression ?? []).Select(tag =>
                    KeyValuePair.Create(tag.TagKey, (IEnumerable<string>)(tag.TagValues ?? [])))), string.IsNullOrEmpty(found.Description)
                        ? null : found.Description, account);
            }

            request.NextToken = page.NextToken;
        }
        while (!string.IsNullOrEmpty(request.NextToken));
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

        List<LFTag> expression = [.. after.Part(Condition).Select(condition =>
            new LFTag { TagKey = condition.Key, TagValues = JsonSerializer.Deserialize<List<string>>(condition.Value) })];
        var description = after.Facts.GetValueOrDefault("description");
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
