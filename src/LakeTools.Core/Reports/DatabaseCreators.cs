using LakeTools.Core.Calls;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Reports;

/// <summary>
/// Finds who created the databases of a lake. No list has it. Asked for one principal on a database, the service counts the rights of its
/// creator in, so every principal is asked about that could have created it.
/// </summary>
/// <param name="lists">The lists of the lake.</param>
/// <param name="accountId">The account whose catalog it is, twelve digits.</param>
internal sealed class DatabaseCreators(AccessLists lists, string accountId)
{
    /// <summary>Adds the creators to the facts of databases.</summary>
    /// <param name="things">The things of a report; the facts of databases are replaced.</param>
    /// <param name="principals">The principals of the report.</param>
    /// <param name="progress">Gets the number of questions.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The same list.</returns>
    public async Task<List<(LakeResource Resource, ListedFacts Facts)>> AddToAsync(
        List<(LakeResource Resource, ListedFacts Facts)> things,
        IReadOnlyList<string> principals,
        IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var questions = (from index in Enumerable.Range(0, things.Count)
                         let thing = things[index]
                         where thing.Resource is { Kind: ResourceKind.Database } database && database.CatalogId == accountId
                         from principal in principals
                         where CouldCreate(principal)
                         where thing.Facts.OnlyOfCreator(thing.Resource, principal) != (PermissionSet.None, PermissionSet.None)
                         select (Index: index, Principal: principal)).ToList();
        var done = 0;
        var asking = SideBySide.RunAsync(questions, ReportReader.CallsAtATime, async (question, cancel) =>
            (question, IsCreator: await lists.IsCreatorAsync(things[question.Index].Facts, things[question.Index].Resource,
                question.Principal, cancel).ConfigureAwait(false)), cancellationToken);
        await foreach (var (question, isCreator) in asking.ConfigureAwait(false))
        {
            progress?.Report(new LakeProgress(ReportReader.Activity, "the creators of databases", ++done, questions.Count));
            if (!isCreator) continue;
            var (resource, facts) = things[question.Index];
            things[question.Index] = (resource,
                facts with { Creators = new Dictionary<LakeResource, string> { [resource] = question.Principal } });
        }

        return things;
    }

    private bool CouldCreate(string principal) =>
        LakePrincipal.TryParse(principal, out var known) && known.Kind is PrincipalKind.Role or PrincipalKind.User
            && known.AccountId == accountId;
}
