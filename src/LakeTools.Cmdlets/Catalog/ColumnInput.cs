using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// Reads columns as text (<c>name:type:comment</c>), as hashtables, or as objects with Name, Type and Comment. Read in a
/// command's body, so a bad one is an error of ours with its own id, and not one of the engine's about binding.
/// </summary>
internal static class ColumnInput
{
    /// <summary>The columns.</summary>
    /// <exception cref="LakeException"><c>ColumnSpecInvalid</c> or <c>ColumnTypeInvalid</c>.</exception>
    public static GlueColumn[] Read(IEnumerable<object?>? items) => [.. (items ?? []).SelectMany(Flatten).Select(Column)];

    /// <summary>The columns of a piped object. In a row of a CSV file, they are one text.</summary>
    /// <exception cref="LakeException"><c>ColumnSpecInvalid</c> or <c>ColumnTypeInvalid</c>.</exception>
    public static GlueColumn[] ReadPiped(IEnumerable<object?> items) => [.. items.SelectMany(Flatten).SelectMany(item =>
        PSValue.WithProperties(item) is string text ? ColumnSpec.ParseList(text) : [Column(item)])];

    private static IEnumerable<object?> Flatten(object? item) =>
        PSValue.WithProperties(item) is IEnumerable list and not string and not IDictionary
            ? list.Cast<object?>().SelectMany(Flatten)
            : [item];

    private static GlueColumn Column(object? item) => PSValue.WithProperties(item) switch
    {
        GlueColumn column => ColumnSpec.Make(column.Name, column.Type, column.Comment),
        string text => ColumnSpec.Parse(text),
        IDictionary table => ColumnSpec.Make(Text(table, "Name"), Text(table, "Type"), Text(table, "Comment")),
        null => ColumnSpec.Parse(""),
        _ => FromObject(PSObject.AsPSObject(item)),
    };

    private static GlueColumn FromObject(PSObject item) =>
        ColumnSpec.Make(item.Properties["Name"]?.Value?.ToString(), item.Properties["Type"]?.Value?.ToString(),
            item.Properties["Comment"]?.Value?.ToString());

    private static string? Text(IDictionary table, string name) =>
        table.Keys.Cast<object>().Where(key => string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase))
            .Select(key => table[key]?.ToString()).FirstOrDefault();
}
