using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The principals that a reading command is asked for: identifiers and patterns.</summary>
internal static class PrincipalCriteria
{
    /// <summary>Completes short forms, also those with wildcards.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="principals">Principals as typed.</param>
    /// <param name="cancellationToken">Stops the call that reads the account.</param>
    /// <returns>The criteria, without the empty ones.</returns>
    /// <exception cref="Rules.Errors.LakeException"><c>InvalidPrincipal</c>.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(LakeConnection lake, IEnumerable<string> principals,
        CancellationToken cancellationToken)
    {
        var named = principals.Where(text => text.Length > 0).ToList();
        var home = await new PermissionService(lake).HomeForPatternsAsync(named, cancellationToken).ConfigureAwait(false);
        return [.. named.Select(text =>
            Names.Literal(text) is { } literal
                ? Names.Escape(LakePrincipal.Parse(literal, home).Id) : LakePrincipal.CompletePattern(text, home))];
    }
}
