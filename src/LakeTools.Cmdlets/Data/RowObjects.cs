using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Data;

/// <summary>Makes of rows what people hold in PowerShell: an object with a property a column, and so on inwards.</summary>
internal static class RowObjects
{
    /// <summary>Makes an object of a row.</summary>
    /// <param name="row">The row, whose column names differ.</param>
    /// <returns>The object.</returns>
    public static PSObject From(DataRow row)
    {
        var item = new PSObject();
        var properties = item.Properties;
        for (var i = 0; i < row.ColumnNames.Count; i++)
            properties.Add(new PSNoteProperty(row.ColumnNames[i], Value(row.Values[i])), preValidated: true);
        return item;
    }

    private static object? Value(object? value) => value switch
    {
        DataRow row => From(row),
        object?[] items => Array.ConvertAll(items, Value),
        IDictionary map => Map(map),
        _ => value,
    };

    private static OrderedDictionary Map(IDictionary map)
    {
        var items = new OrderedDictionary(map.Count);
        foreach (DictionaryEntry entry in map) items.Add(entry.Key, Value(entry.Value));
        return items;
    }
}
