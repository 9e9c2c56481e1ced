using System.Linq.Expressions;
using System.Management.Automation;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>Makes of rows what people hold in PowerShell: an object with a property a column, and so on inwards.</summary>
internal static class RowObjects
{
    private static readonly Func<int, PSObject> s_create = Creator();

    /// <summary>Makes an object of a row.</summary>
    /// <param name="row">The row, whose column names differ.</param>
    /// <param name="columns">What the row's source says of its columns, which the properties remember; null where it says nothing.</param>
    /// <returns>The object.</returns>
    public static PSObject From(DataRow row, IReadOnlyList<DataColumn>? columns)
    {
        var names = row.ColumnNames;
        var values = row.Values;
        var item = s_create(names.Count);
        var properties = item.Properties;
        for (var i = 0; i < names.Count; i++)
        {
            var value = Value(values[i]);
            properties.Add(columns is null ? new PSNoteProperty(names[i], value) : new RowProperty(columns[i], value), preValidated: true);
        }

        return item;
    }

    // Room for all properties from the start halves the time of an object. PowerShell has that constructor; the library
    // that modules are compiled against does not know it.
    private static Func<int, PSObject> Creator()
    {
        if (typeof(PSObject).GetConstructor([typeof(int)]) is not { } constructor) return _ => new PSObject();
        var capacity = Expression.Parameter(typeof(int));
        return Expression.Lambda<Func<int, PSObject>>(Expression.New(constructor, capacity), capacity).Compile();
    }

    private static object? Value(object? value) => value switch
    {
        string or ValueType and not DataRow => value,
        DataRow row => From(row, null),
        object?[] items => Array.ConvertAll(items, Value),
        LakeMap map => Map(map),
        _ => value,
    };

    private static LakeMap Map(LakeMap map)
    {
        var items = map.Empty();
        foreach (var entry in map) items.Add(entry.Key, Value(entry.Value));
        return items;
    }
}
