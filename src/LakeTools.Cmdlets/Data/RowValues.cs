using System.Collections;
using System.Collections.Specialized;
using System.ComponentModel;
using System.Management.Automation;
using System.Xml;
using LakeTools.Core.Data.Rows;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Data;

/// <summary>Reads the values of columns from piped objects with properties, or hashtables.</summary>
internal static class RowValues
{
    private const int MaximumDepth = 64;

    /// <summary>The rows of an object: itself, or those of a batch.</summary>
    /// <param name="item">The object.</param>
    /// <param name="added">Says which rows have more properties than their columns.</param>
    /// <exception cref="LakeException"><c>NotARow</c>.</exception>
    public static IReadOnlyList<DataRow> RowsOf(PSObject item, AddedMembers added)
    {
        if (item.BaseObject is LakeRowBatch batch) return batch.Rows;
        var row = item.BaseObject switch
        {
            DataRow given => given,
            LakeRow given when !added.Has(item) => new DataRow(given.Shape.Names, Plain(given.Values())),
            IDictionary dictionary => RowOf(dictionary),
            PSCustomObject or LakeRow => (DataRow)Row(item, 0),
            { } value when KindOfValue(value) is { } kind => throw Fault.NotARow(item, $"a {kind} of the type {value.GetType().Name}"),
            _ => (DataRow)Row(item, 0),
        };
        return row.ColumnNames.Count > 0 ? [row] : throw Fault.NotARow(item, "an object without properties");
    }

    // The properties of a text are its length, and those of a date its parts: not what the user wants to write.
    private static string? KindOfValue(object value) => value switch
    {
        string or ValueType and (IConvertible or IFormattable) => "value",
        _ => LanguagePrimitives.GetEnumerable(value) is null ? null : "list",
    };

    private static object?[] Plain(object?[] values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = Plain(values[i], 1);
        return values;
    }

    private static DataRow RowOf(IDictionary dictionary)
    {
        var names = new List<string>(dictionary.Count);
        var values = new List<object?>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            names.Add(entry.Key.ToString() ?? "");
            values.Add(Plain(entry.Value, 0));
        }

        return new DataRow(names, values);
    }

    /// <summary>The metadata of an object's source for its values.</summary>
    /// <param name="item">The object, or a batch.</param>
    /// <param name="names">The columns; a batch's own for a batch.</param>
    /// <returns>Null for each value without metadata.</returns>
    public static DataColumn?[] ColumnsOf(PSObject item, IReadOnlyList<string> names)
    {
        var columns = new DataColumn?[names.Count];
        if (item.BaseObject is IDictionary or DataRow) return columns;
        var batch = item.BaseObject as LakeRowBatch;
        for (var i = 0; i < columns.Length; i++)
            columns[i] = batch is null ? ColumnOf(item, names[i]) : batch.Columns?[i];
        return columns;
    }

    /// <summary>The positions of columns in rows.</summary>
    /// <param name="columnNames">The rows' columns.</param>
    /// <param name="names">The requested columns.</param>
    /// <returns>The position of each. -1 if the rows do not have it.</returns>
    public static int[] PlacesIn(IReadOnlyList<string> columnNames, IReadOnlyList<string> names)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columnNames.Count; i++) places.TryAdd(columnNames[i], i);
        return names.Select(name => places.TryGetValue(name, out var place) ? place : -1).ToArray();
    }

    /// <summary>A row's values.</summary>
    /// <param name="row">The row.</param>
    /// <param name="places">The result of <see cref="PlacesIn"/> for the columns.</param>
    public static object?[] Of(DataRow row, int[] places)
    {
        var values = new object?[places.Length];
        for (var i = 0; i < values.Length; i++) values[i] = places[i] < 0 ? null : row.Values[places[i]];
        return values;
    }

    private static DataColumn? ColumnOf(PSObject item, string name) => item.Properties[name] switch
    {
        RowProperty property => property.Column,
        { MemberType: PSMemberTypes.Property } when item.BaseObject is LakeRow row => row.ColumnOf(name),
        _ => null,
    };

    // Beyond a depth that no table has, and for circular references, the text is used.
    private static object? Plain(object? value, int depth)
    {
        if (value is PSObject wrapped)
        {
            if (wrapped.BaseObject is PSCustomObject or LakeRow && depth < MaximumDepth) return Row(wrapped, depth);
            value = wrapped.BaseObject;
        }

        return value switch
        {
            null or DBNull => null,
            string or byte[] => value,
            ValueType when PlainObject.HasText(value) => value,
            LakeRow when depth < MaximumDepth => Row(PSObject.AsPSObject(value), depth),
            PSCustomObject or LakeRow => value.ToString(),
            LakeMap map when depth < MaximumDepth => Map(map, depth),
            IDictionary map when depth < MaximumDepth => Map(map, depth),
            XmlNode xml => xml.OuterXml,
            IListSource table => Plain(table.GetList(), depth),
            IEnumerable items when depth < MaximumDepth => items.Cast<object?>().Select(item => Plain(item, depth + 1)).ToArray(),
            IEnumerable => LanguagePrimitives.ConvertTo<string>(value),
            _ when PlainObject.HasText(value) => value,
            _ => PlainObject.Open(value, item => Row(item, depth)),
        };
    }

    private static object Row(PSObject item, int depth)
    {
        var names = new List<string>();
        var values = new List<object?>();
        foreach (var property in InOrder(item))
        {
            if (!property.IsGettable) continue;
            names.Add(property.Name);
            values.Add(Plain(property.Value, depth + 1));
        }

        return new DataRow(names, values);
    }

    // PowerShell lists added members before those of the row. A custom object lists them last.
    private static IEnumerable<PSPropertyInfo> InOrder(PSObject item) => item.BaseObject switch
    {
        LakeRow => item.Properties.OrderBy(property => property.MemberType != PSMemberTypes.Property),
        // Not what a row of a DataTable is besides its columns: its table and its state.
        System.Data.DataRow row => row.Table.Columns.Cast<System.Data.DataColumn>().Select(column => item.Properties[column.ColumnName]),
        System.Data.DataRowView view => InOrder(PSObject.AsPSObject(view.Row)),
        _ => item.Properties,
    };

    private static LakeMap Map(LakeMap map, int depth)
    {
        var items = map.Empty();
        foreach (var entry in map) items.Add(entry.Key, Plain(entry.Value, depth + 1));
        return items;
    }

    private static OrderedDictionary Map(IDictionary map, int depth)
    {
        var items = new OrderedDictionary(map.Count);
        foreach (DictionaryEntry entry in map) items.Add(entry.Key, Plain(entry.Value, depth + 1));
        return items;
    }
}
