using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;
using static LakeTools.Core.Definitions.Nodes.DefinitionParameters;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>The shape of a table's columns: one fact, because their order counts.</summary>
/// <param name="isEmptyToo">True if a list without columns is a fact as well.</param>
internal sealed class ColumnList(bool isEmptyToo = false) : Shape<IReadOnlyList<GlueColumn>?>("""{ "$ref": "#/$defs/columns" }""", null)
{
    public override IEnumerable<(string Part, string? Value)> Read(NodeReader read, DefinitionNode? node, string what) =>
        Parts(Columns(read, node, what) is var columns && (columns.Count > 0 || (isEmptyToo && node is not null)) ? columns : null);

    public override object? Write(IReadOnlyDictionary<string, string?> parts) => Read(parts.Values.First())
        .ToDictionary(column => Escape(column.Name), column => column.Comment is null
            ? (object)Escape(column.Type)
            : new Dictionary<string, object> { ["type"] = Escape(column.Type), ["comment"] = Escape(column.Comment) });

    public override IEnumerable<(string Part, string? Value)> Parts(IReadOnlyList<GlueColumn>? value) =>
        [("", value is null ? null : Text(value))];

    public override IReadOnlyList<GlueColumn>? Value(IReadOnlyDictionary<string, string?> parts) => Read(parts.Values.First());

    /// <summary>The columns of a fact; none of null.</summary>
    public static IReadOnlyList<GlueColumn> Read(string? text) => text is null ? [] : [.. FactJson.Lists(text)
        .Select(column => new GlueColumn(column[0], column[1], column.Length > 2 && column[2].Length > 0 ? column[2] : null))];

    /// <summary>
    /// A fact whose columns are those of another one where they are the same: a type has several forms, such as
    /// <c>struct&lt;userId:string&gt;</c> and <c>struct&lt;userid:string&gt;</c>, and the lake keeps its own.
    /// </summary>
    public static string InFormOf(string wanted, string? there)
    {
        if (there is null || wanted == there) return wanted;
        var known = Read(there).ToLookup(column => column.Name, StringComparer.Ordinal);
        return Text(Read(wanted).Select(column => known[column.Name].FirstOrDefault(other => other.Comment == column.Comment
            && HiveType.IsSame(other.Type, column.Type)) ?? column));
    }

    private static string Text(IEnumerable<GlueColumn> columns) => FactJson.Write(columns.Select(column =>
        column.Comment is null ? new[] { column.Name, column.Type } : [column.Name, column.Type, column.Comment]));

    private static List<GlueColumn> Columns(NodeReader read, DefinitionNode? node, string what)
    {
        var columns = new List<GlueColumn>();
        if (node is DefinitionNode.List list)
        {
            foreach (var item in list.Items)
                if (read.Text(item, what) is { } spec) read.Findings.Try(item.Place, () => columns.Add(ColumnSpec.Parse(spec)));
            return columns;
        }

        foreach (var entry in read.Open(node, what)?.Entries ?? [])
        {
            // A type, or a map of type and comment.
            var map = entry.Value is DefinitionNode.Map ? read.Map(entry.Value, $"{what}.{entry.Key}", "type", "comment") : null;
            var type = read.Text(map is null ? entry.Value : map.Find("type"), $"{what}.{entry.Key}");
            var comment = read.Text(map?.Find("comment"), $"{what}.{entry.Key}.comment");
            read.Findings.Try(entry.Value.Place, () => columns.Add(ColumnSpec.Make(entry.Key, type, comment)));
        }

        return columns;
    }
}
