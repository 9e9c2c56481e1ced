using System.Linq.Expressions;
using System.Management.Automation;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// Converts rows to objects of PowerShell, with a property for each column, recursively. Rows have their own class
/// (<see cref="LakeRow"/>); nested values are custom objects, and so are rows without a class (<see cref="RowShapes"/>).
/// </summary>
internal static class RowObjects
{
    private static readonly Func<int, PSObject> s_create = Creator();

    private const int PartLength = 1024;

    /// <summary>Creates the objects of a batch, in parts.</summary>
    /// <param name="batch">The rows, whose column names differ.</param>
    /// <param name="shapes">Finds their class.</param>
    /// <returns>An object for each row.</returns>
    public static IEnumerable<IEnumerable<object>> PartsOf(DataBatch batch, BatchShape shapes)
    {
        if (shapes.Of(batch) is not { } shape)
        {
            yield return Of(batch, shapes);
            yield break;
        }

        for (var first = 0; first < batch.RowCount; first += PartLength)
            yield return shape.RowsOf(batch, first, Math.Min(first + PartLength, batch.RowCount));
    }

    /// <summary>Creates the objects of a batch, one by one, so they are collected early.</summary>
    /// <param name="batch">The rows, whose column names differ.</param>
    /// <param name="shapes">Finds their class.</param>
    /// <returns>An object for each row.</returns>
    public static IEnumerable<object> Of(DataBatch batch, BatchShape shapes) => shapes.Of(batch) is { } shape
        ? shape.RowsOf(batch, 0, batch.RowCount) : batch.Rows.Select(row => Noted(row.ColumnNames, row.Values, batch.Columns));

    /// <summary>Makes a custom object.</summary>
    /// <param name="names">The properties.</param>
    /// <param name="values">A value each.</param>
    /// <param name="columns">The metadata of the values' source, which the properties keep. Null if there is none.</param>
    /// <returns>The object.</returns>
    public static PSObject Noted(IReadOnlyList<string> names, IReadOnlyList<object?> values, IReadOnlyList<DataColumn>? columns)
    {
        var item = s_create(names.Count);
        var properties = item.Properties;
        for (var i = 0; i < names.Count; i++)
        {
            var value = Value(values[i]);
            properties.Add(columns is null ? new PSNoteProperty(names[i], value) : new RowProperty(columns[i], value), preValidated: true);
        }

        return item;
    }

    /// <summary>Converts a nested value for PowerShell.</summary>
    /// <param name="value">The value as it was read.</param>
    /// <returns>The value for a property.</returns>
    public static object? Value(object? value) => value switch
    {
        string or ValueType and not DataRow => value,
        DataRow row => Noted(row.ColumnNames, row.Values, null),
        object?[] items => Array.ConvertAll(items, Value),
        LakeMap map => Map(map),
        _ => value,
    };

    // Room for all properties from the start halves the time of an object. PowerShell has that constructor; the library
    // that modules are compiled against does not know it.
    private static Func<int, PSObject> Creator()
    {
        if (typeof(PSObject).GetConstructor([typeof(int)]) is not { } constructor) return _ => new PSObject();
        var capacity = Expression.Parameter(typeof(int));
        return Expression.Lambda<Func<int, PSObject>>(Expression.New(constructor, capacity), capacity).Compile();
    }

    private static LakeMap Map(LakeMap map)
    {
        var items = map.Empty();
        foreach (var entry in map) items.Add(entry.Key, Value(entry.Value));
        return items;
    }
}
