using LakeTools.Local.Context;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>The resources of a share, as AWS RAM names them: catalogs, databases and tables of Glue, each once.</summary>
internal static class SharedResources
{
    private const string Catalog = "glue:Catalog";
    private const string Database = "glue:Database";
    private const string Table = "glue:Table";

    /// <summary>The kinds of things that are shared.</summary>
    public static IReadOnlyList<string> Types { get; } = [Catalog, Database, Table];

    /// <summary>ARNs and types of what some grants share. All tables of a database are the table <c>*</c>; what LF-Tags match is the
    /// catalog's (both undocumented).</summary>
    /// <param name="grants">The grants of a share.</param>
    /// <param name="owner">The account that shares.</param>
    public static IReadOnlyList<(string Arn, string Type)> Of(IEnumerable<LakeGrant> grants, LakeContext owner)
    {
        var prefix = $"arn:aws:glue:{owner.Region}:{owner.AccountId}:";
        return [.. grants.SelectMany(grant => Names(grant.Resource)).Distinct().OrderBy(item => item.Name, StringComparer.Ordinal)
            .Select(item => (prefix + item.Name, item.Type))];
    }

    private static IEnumerable<(string Name, string Type)> Names(LakeResource resource)
    {
        yield return ("catalog", Catalog);
        if (resource.DatabaseName is not { } database) yield break;
        yield return ($"database/{database}", Database);
        var isAll = resource.Kind == ResourceKind.AllTables || LakeResource.IsAllTables(resource.TableName);
        if (isAll || resource.TableName is not null) yield return ($"table/{database}/{(isAll ? "*" : resource.TableName)}", Table);
    }
}
