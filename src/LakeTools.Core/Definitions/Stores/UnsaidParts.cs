using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Errors;
using LakeTools.Core.Glue;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// The parts of Glue's resources that a definition cannot express and that have calls of their own: tags, partition indexes and optimizers.
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class UnsaidParts(LakeConnection connection)
{
    private static readonly Dictionary<StateKind, Func<string, string>> s_tagged = new()
    {
        [StateKind.Database] = GlueTags.Database,
        [StateKind.Job] = GlueTags.Job,
        [StateKind.Crawler] = name => "crawler/" + name,
        [StateKind.Trigger] = name => "trigger/" + name,
        [StateKind.Connection] = name => "connection/" + name,
    };

    /// <summary>Names the items that have such parts.</summary>
    /// <param name="items">Items of any kind.</param>
    /// <param name="left">Gets the names.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The work.</returns>
    public async Task NameAsync(IEnumerable<StateItem> items, LeftOut left, CancellationToken cancellationToken)
    {
        var possible = items.SelectMany(Of).ToList();
        await foreach (var (key, part) in SideBySide.RunAsync(possible, StateReader.CallsAtATime,
            async (question, token) => (question.Key, await PartAsync(question, token).ConfigureAwait(false)), cancellationToken)
            .ConfigureAwait(false))
            if (part is not null) left.Add(part, key.Kind, key.Id);
    }

    private IEnumerable<Question> Of(StateItem item)
    {
        if (s_tagged.TryGetValue(item.Key.Kind, out var name))
            yield return new(item.Key, "tags", async token =>
                (await new GlueTags(connection).GetAsync(name(item.Key.Id), token).ConfigureAwait(false)).Count > 0);
        if (item.Key.Kind != StateKind.Table) yield break;
        var (database, table) = (item.Resource!.DatabaseName!, item.Resource.TableName!);
        if (item.Facts.ContainsKey(TableFacts.Partitions))
            yield return new(item.Key, "partition indexes", async token =>
            {
                var request = new GetPartitionIndexesRequest
                {
                    CatalogId = connection.CatalogId, DatabaseName = database, TableName = table,
                };
                var answer = await connection.Clients.Glue.GetPartitionIndexesAsync(request, token).ConfigureAwait(false);
                return answer.PartitionIndexDescriptorList is { Count: > 0 };
            });
        if (OpenTableFormat.Iceberg.Equals(item.Facts.GetValueOrDefault(TableFacts.IcebergMark), StringComparison.OrdinalIgnoreCase))
            yield return new(item.Key, "optimizers", async token =>
            {
                var asked = new GlueTable
                {
                    CatalogId = connection.CatalogId, DatabaseName = database, Name = table, Format = TableFormat.Iceberg,
                };
                var found = await new TableOptimizerService(connection).WithAsync(asked, token).ConfigureAwait(false);
                return found.Optimizer!.Any(optimizer => optimizer.Source != TableOptimizerService.OfCatalog);
            });
    }

    private static async Task<string?> PartAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            return await question.IsThere(cancellationToken).ConfigureAwait(false) ? question.Part : null;
        }
        catch (EntityNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (SdkErrors.CanTranslate(error)
            && SdkErrors.Translate(error, "Get", question.Key).Category == LakeErrorCategory.PermissionDenied)
        {
            return $"{question.Part} (which you may not read)";
        }
    }

    /// <summary>Whether a resource has a part.</summary>
    private sealed record Question(StateKey Key, string Part, Func<CancellationToken, Task<bool>> IsThere);
}
