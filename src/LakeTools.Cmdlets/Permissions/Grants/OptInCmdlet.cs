using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands on opt-ins.</summary>
public abstract class OptInCmdlet : NamedResourceCmdlet
{
    /// <summary>The named resource, unchecked.</summary>
    private protected ResourceInput Named() => new()
    {
        Catalog = IsCatalog,
        DatabaseName = Text(DatabaseName),
        TableName = Text(TableName),
        ResourceArn = Text(ResourceArn),
        CatalogId = Text(CatalogId) ?? Lake.CatalogId,
    };

    /// <summary>The one resource that was named, fit for opt-ins.</summary>
    private protected LakeResource Read(ResourceInput input)
    {
        var findings = new List<LakeException>();
        var resource = ResourceReader.Read(input, Home, findings) ?? throw LakeException.Join(input.ToString(), findings);
        OptInService.Check(resource);
        return resource;
    }

    /// <summary>The identifiers of principals, short ones completed.</summary>
    private protected async Task<IReadOnlyList<string>> IdentifiersAsync(IEnumerable<string> principals,
        CancellationToken cancellationToken)
    {
        var named = principals.Where(principal => principal.Length > 0).ToList();
        var home = await new PermissionService(Lake).HomeForAsync(named, cancellationToken).ConfigureAwait(false);
        return [.. named.Select(principal => LakePrincipal.Parse(principal, home).Id)];
    }
}
