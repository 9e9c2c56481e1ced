using System.Text.RegularExpressions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Permissions;

/// <summary>Writes the command that grants something, as a person would type it.</summary>
public static partial class GrantCommand
{
    /// <summary>Writes the command.</summary>
    /// <param name="principal">The principal.</param>
    /// <param name="permissions">The permissions.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="homeCatalog">The catalog of commands for which none is specified.</param>
    /// <returns>A line of PowerShell.</returns>
    public static string For(string principal, PermissionSet permissions, LakeResource resource, string homeCatalog) =>
        $"Grant-LakePermission -Principal {Word(principal)} -Permission {permissions.ToText()} {Parameters(resource, homeCatalog)}";

    /// <summary>Writes the parameters that name a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="homeCatalog">The catalog of commands for which none is specified.</param>
    /// <returns>Such as <c>-DatabaseName sales -TableName orders</c>.</returns>
    public static string Parameters(LakeResource resource, string homeCatalog) =>
        resource.CatalogId is { } catalog && catalog != homeCatalog ? $"{Named(resource)} -CatalogId {Word(catalog)}" : Named(resource);

    private static string Named(LakeResource resource)
    {
        var table = $"-DatabaseName {Word(resource.DatabaseName)} "
            + $"-TableName {Word(LakeResource.IsAllTables(resource.TableName) ? "*" : resource.TableName)}";
        return resource.Kind switch
        {
            ResourceKind.Catalog or ResourceKind.NestedCatalog => "-Catalog",
            ResourceKind.Database => $"-DatabaseName {Word(resource.DatabaseName)}",
            ResourceKind.AllTables => $"-DatabaseName {Word(resource.DatabaseName)} -TableName *",
            ResourceKind.Columns when resource.ColumnNames.Count > 0 => $"{table} -ColumnName {Words(resource.ColumnNames)}",
            ResourceKind.Columns when resource.ExcludedColumnNames.Count > 0 =>
                $"{table} -ExcludedColumnName {Words(resource.ExcludedColumnNames)}",
            ResourceKind.Table or ResourceKind.Columns => table,
            ResourceKind.DataFilter => $"{table} -FilterName {Word(resource.FilterName)}",
            ResourceKind.DataLocation => $"-DataLocation {Word(S3Location.ToUri(resource.DataLocation!))}",
            ResourceKind.Tag => $"-TagKey {Word(resource.TagKey)} -TagValue {Words(resource.TagValues)}",
            ResourceKind.TagExpression when resource.TagExpression is { } expression =>
                $"-TagExpression @{{ {string.Join("; ", expression.Select(Entry))} }} -ResourceType {resource.ResourceType}",
            ResourceKind.TagExpression => $"-TagExpressionName {Word(resource.TagExpressionName)} -ResourceType {resource.ResourceType}",
            _ => $"-TagExpressionName {Word(resource.TagExpressionName)}",
        };
    }

    private static string Entry(KeyValuePair<string, NameList> condition) =>
        $"{Quoted(condition.Key)} = {string.Join(", ", condition.Value.Select(Quoted))}";

    // In a list, PowerShell makes 1 of 1.0 and 1024 of 1kb. A single text is split at commas.
    private static string Words(NameList words) => words.Count == 1 ? Word(ListText.Item(words[0]))
        : string.Join(", ", words.Select(word => PowerShellNumber.Changes(word) ? Quoted(word) : Word(word)));

    // A text that PowerShell would not read as one word is quoted.
    private static string Word(string? text) => text is not null && Bare().IsMatch(text) ? text : Quoted(text ?? "");

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\A[A-Za-z0-9_./:\\*-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
