using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Core.Roles;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// Completes principals: the built-in group, the lake's administrators, the principals with a grant, and the account's roles.
/// The account's own principals are completed in short form, unless the word begins like an ARN.
/// </summary>
public class PrincipalCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        [new(LakePrincipal.IamAllowedPrincipalsId, "All principals that IAM allows")];

    private protected override string Asked(CompletionLine line) => IsArn(line) ? "arn" : "";

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var isArn = IsArn(line);
        var account = isArn ? null
            : (await new PermissionService(lake).HomeForAsync(["role/any"], token).ConfigureAwait(false)).AccountId;
        foreach (var source in new[] { AdministratorsAsync(lake, token), GranteesAsync(lake, token), RolesAsync(lake, token) })
        {
            // A caller who may not read one of the sources still gets the others.
            await foreach (var (id, tip) in AsFarAsItGoes(source, token).ConfigureAwait(false))
                yield return new(account is null ? id : LakeText.Principal(id, account), $"{id}: {tip}");
        }
    }

    private static async IAsyncEnumerable<Candidate> AdministratorsAsync(
        LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        var settings = await new SettingService(lake).GetAsync(null, token).ConfigureAwait(false);
        foreach (var principal in settings.Administrator) yield return new(principal, "administrator");
        foreach (var principal in settings.ReadOnlyAdministrator) yield return new(principal, "read-only administrator");
    }

    private static async IAsyncEnumerable<Candidate> GranteesAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        var grants = new PermissionService(lake).ListAsync(new PermissionFilter { ExplicitOnly = true }, token);
        await foreach (var permission in grants.ConfigureAwait(false))
            yield return new(permission.Principal, permission.Target);
    }

    private static async IAsyncEnumerable<Candidate> RolesAsync(LakeConnection lake, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var role in new RoleService(lake).ArnsAsync(token).ConfigureAwait(false)) yield return new(role, "role");
    }

    private static async IAsyncEnumerable<(string Id, string? Tip)> AsFarAsItGoes(
        IAsyncEnumerable<Candidate> source, [EnumeratorCancellation] CancellationToken token)
    {
        var items = source.GetAsyncEnumerator(token);
        await using var closing = items.ConfigureAwait(false);
        while (true)
        {
            try
            {
                if (!await items.MoveNextAsync().ConfigureAwait(false)) yield break;
            }
            catch (Exception exception) when (ErrorRecords.IsOurs(exception))
            {
                yield break;
            }

            yield return (items.Current.Name, items.Current.Tip);
        }
    }

    private static bool IsArn(CompletionLine line) => line.Word.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
}
