using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Catalog;
using LakeTools.Core.Errors;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Takes columns as text (<c>name:type:comment</c>), as hashtables, or as objects with Name, Type and Comment.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnSpecAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = Plain(inputData);
        var items = value is IEnumerable list and not string and not IDictionary ? list.Cast<object?>() : [value];
        try
        {
            return items.Select(Column).ToArray();
        }
        catch (LakeException error)
        {
            // The engine shows this text, and keeps the error inside the binding error that it makes.
            throw new ArgumentTransformationMetadataException(error.Message, error);
        }
    }

    private static GlueColumn Column(object? item) => Plain(item) switch
    {
        GlueColumn column => ColumnSpec.Make(column.Name, column.Type, column.Comment),
        string text => ColumnSpec.Parse(text),
        IDictionary table => ColumnSpec.Make(Text(table, "Name"), Text(table, "Type"), Text(table, "Comment")),
        null => ColumnSpec.Parse(""),
        _ => FromObject(PSObject.AsPSObject(item)),
    };

    private static GlueColumn FromObject(PSObject item) =>
        ColumnSpec.Make(item.Properties["Name"]?.Value?.ToString(), item.Properties["Type"]?.Value?.ToString(), item.Properties["Comment"]?.Value?.ToString());

    private static string? Text(IDictionary table, string name) =>
        table.Keys.Cast<object>().Where(key => string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(key => table[key]?.ToString()).FirstOrDefault();

    private static object? Plain(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
