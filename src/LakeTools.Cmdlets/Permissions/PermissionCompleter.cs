using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes permissions: those that the resource takes, where one was typed before.</summary>
public sealed class PermissionCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        ResourceReader.Read(Named(line), LakeHome.Embedded, []) is { } resource
            ? PermissionRules.Taken(resource).Names().Select(name => new Candidate(name, $"{name} on {resource}"))
            : PermissionNames.All.Select(name => new Candidate(name));

    private static ResourceInput Named(CompletionLine line) => new()
    {
        Catalog = line.Has("Catalog"),
        DatabaseName = line.Text("DatabaseName"),
        TableName = line.Text("TableName"),
        ColumnName = line.Text("ColumnName") is { } column ? [column] : null,
        ExcludedColumnName = line.Text("ExcludedColumnName") is { } excluded ? [excluded] : null,
        FilterName = line.Text("FilterName"),
        DataLocation = line.Text("DataLocation"),
        TagKey = line.Text("TagKey"),
        TagExpressionName = line.Text("TagExpressionName"),
        ResourceType = line.Text("ResourceType"),
        ResourceArn = line.Text("ResourceArn"),
    };
}
