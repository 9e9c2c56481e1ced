using System.Text.RegularExpressions;
using LakeTools.Rules.Resources;

namespace LakeTools.Rules.Permissions;

/// <summary>Writes how to get an access that a service denies, from its answer.</summary>
public static partial class AccessRemedy
{
    private const string Placeholder = "role/name";

    /// <summary>Writes what can be done, if the answer says what is missing.</summary>
    /// <param name="answer">The service's answer.</param>
    /// <param name="resource">The database or the table of the call; null if there is none.</param>
    /// <param name="purpose">What the caller does with a table that must be described first; none for nothing more.</param>
    /// <returns>A sentence; null if the answer does not say what is missing.</returns>
    public static string? Find(string? answer, LakeResource? resource = null, PermissionSet purpose = PermissionSet.None)
    {
        answer ??= "";
        if (answer.Contains("not authorized to perform", StringComparison.Ordinal)) return "An IAM policy of the principal must allow it.";
        if (answer.Contains("is not a data lake administrator", StringComparison.Ordinal))
            return "A lake administrator can run the command, or make the principal one: Add-LakeAdministrator role/name.";
        if (Location().Match(answer) is { Success: true } location)
            return Granted(PermissionSet.DataLocationAccess, LakeResource.Location(location.Groups[1].Value));
        if (Required().Match(answer) is not { Success: true } required
            || !PermissionNames.TryParse(required.Groups[1].Value, out var permission)) return null;
        if (permission == PermissionSet.Describe && purpose != PermissionSet.None) permission = purpose;
        return On(permission, required.Groups[2].Value, resource) is { } on ? Granted(permission, on) : null;
    }

    /// <summary>Writes what can be done, also if the answer does not say what is missing.</summary>
    /// <param name="answer">The service's answer.</param>
    /// <param name="resource">The database or the table of the call.</param>
    /// <param name="purpose">What the caller does with a table that must be described first.</param>
    /// <returns>A sentence.</returns>
    public static string Of(string? answer, LakeResource resource, PermissionSet purpose = PermissionSet.None) =>
        Find(answer, resource, purpose) ?? "A lake administrator can see what is missing with Test-LakePermission, and grant it.";

    /// <summary>Adds to an answer what can be done.</summary>
    /// <param name="answer">The service's answer.</param>
    /// <param name="otherwise">The remedy if the answer does not say what is missing; null for none.</param>
    /// <returns>The answer, with the remedy.</returns>
    public static string Added(string answer, string? otherwise = null) =>
        (Find(answer) ?? otherwise) is { } remedy ? $"{answer.TrimEnd('.')}. {remedy}" : answer;

    /// <summary>Writes the command that grants permissions.</summary>
    /// <param name="permission">The permissions.</param>
    /// <param name="resource">The resource.</param>
    /// <returns>A sentence.</returns>
    public static string Granted(PermissionSet permission, LakeResource resource) =>
        $"A lake administrator can grant it, for example: {GrantCommand.For(Placeholder, permission, resource, resource.CatalogId ?? "")}.";

    private static LakeResource? On(PermissionSet permission, string thing, LakeResource? resource) =>
        thing == "Catalog" ? LakeResource.Catalog()
        : resource?.DatabaseName is not { } database ? null
        : permission == PermissionSet.CreateTable || !thing.EndsWith(resource.TableName ?? thing, StringComparison.OrdinalIgnoreCase)
            ? LakeResource.Database(database)
            : resource;

    // Such as: Insufficient Lake Formation permission(s): Required Create Table on sales
    [GeneratedRegex(@"\bRequired ([A-Za-z ]+) on (\S+?)\.?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Required();

    [GeneratedRegex(@"Lake Formation permission\(s\) on (s3://\S+?)\.?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Location();
}
