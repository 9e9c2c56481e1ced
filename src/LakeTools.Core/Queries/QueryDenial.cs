using System.Text.RegularExpressions;
using Amazon.Runtime;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Queries;

/// <summary>
/// The error of a query that failed. Athena says that permissions of Lake Formation are insufficient, and neither why nor what would do;
/// what Test-LakePermission decides says both.
/// </summary>
/// <param name="connection">The lake, with the credentials of the caller.</param>
internal sealed partial class QueryDenial(LakeConnection connection)
{
    /// <summary>The error.</summary>
    /// <param name="query">The query, whose state is FAILED.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns><c>QueryAccessDenied</c> or <c>QueryFailed</c>.</returns>
    public async Task<LakeException> ErrorOfAsync(LakeQuery query, CancellationToken cancellationToken)
    {
        var reason = (query.ErrorMessage ?? query.State).TrimEnd('.');
        if (!reason.Contains("Insufficient Lake Formation permission", StringComparison.OrdinalIgnoreCase))
            return Fault.QueryFailed(query, query.Id, reason);
        var why = await WhyAsync(query, reason, cancellationToken).ConfigureAwait(false);
        return Fault.QueryAccessDenied(query, query.Id, reason, why);
    }

    [GeneratedRegex(@"(?:Required \w+(?: \w+)? )?on ([^\s()]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Table();

    private async Task<string> WhyAsync(LakeQuery query, string reason, CancellationToken cancellationToken)
    {
        var principal = await connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false);
        var name = Table().Matches(reason) is [.., { Groups: [_, { Value: var found }] }] ? found : "name";
        try
        {
            foreach (var database in Databases(query, name))
            {
                var access = await new AccessService(connection).AskAsync(principal, PermissionSet.Select,
                    LakeResource.Table(database, name), null, cancellationToken).ConfigureAwait(false);
                if (access.Allowed) continue;
                return string.Join(" ", access.Reason.Select(each => each.Command is null ? each.Text : $"{each.Text}: {each.Command}"));
            }
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException)
        {
            // A caller who may not see a table can often not see its grants either.
        }

        var place = $"-DatabaseName {Databases(query, name).FirstOrDefault() ?? "name"} -TableName {name}";
        return $"A data lake administrator can see the reason: Test-LakePermission -Principal {principal} -Permission SELECT {place}";
    }

    // The error names the table alone; the statement has the database before it, or means its own.
    private static IEnumerable<string> Databases(LakeQuery query, string table)
    {
        var pattern = $"""["]?([A-Za-z0-9_]+)["]?\s*\.\s*["]?{Regex.Escape(table)}\b""";
        var qualified = Regex.Matches(query.Query, pattern, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))
            .Select(match => match.Groups[1].Value.ToLowerInvariant());
        return qualified.Append(query.DatabaseName ?? "").Where(name => name.Length > 0).Distinct();
    }
}
