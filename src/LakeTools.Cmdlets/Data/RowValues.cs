using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>Takes the values of columns from what comes through a pipeline: objects with properties, or hashtables.</summary>
internal static class RowValues
{
    private const int MaximumDepth = 64;

    /// <summary>The rows that an object is: itself, or those of a batch.</summary>
    /// <param name="item">The object.</param>
    public static IEnumerable<DataRow> RowsOf(PSObject item) => item.BaseObject switch
    {
        LakeRowBatch batch => batch.Rows,
        DataRow row => [row],
        IDictionary dictionary => [RowOf(dictionary)],
        _ => [(DataRow)Row(item, 0)],
    };

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

    /// <summary>What the source of an object's values says of them.</summary>
    /// <param name="item">The object.</param>
    /// <param name="names">The columns.</param>
    /// <returns>Null for each value whose source says nothing.</returns>
    public static DataColumn?[] ColumnsOf(PSObject item, IReadOnlyList<string> names)
    {
        var columns = new DataColumn?[names.Count];
        if (item.BaseObject is IDictionary or DataRow) return columns;
        for (var i = 0; i < columns.Length; i++) columns[i] = (item.Properties[names[i]] as RowProperty)?.Column;
        return columns;
    }

    /// <summary>What a batch says of columns.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="places">What <see cref="PlacesIn"/> says of the columns.</param>
    /// <returns>Null for each column of which it says nothing.</returns>
    public static DataColumn?[] ColumnsOf(LakeRowBatch batch, int[] places) =>
        Array.ConvertAll(places, place => place < 0 ? null : batch.Columns?[place]);

    /// <summary>Where columns stand in rows.</summary>
    /// <param name="columnNames">The rows' columns.</param>
    /// <param name="names">The columns that are wanted.</param>
    /// <returns>A place each; -1 where the rows do not have it.</returns>
    public static int[] PlacesIn(IReadOnlyList<string> columnNames, IReadOnlyList<string> names)
    {
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columnNames.Count; i++) places.TryAdd(columnNames[i], i);
        return names.Select(name => places.TryGetValue(name, out var place) ? place : -1).ToArray();
    }

    /// <summary>A row's values.</summary>
    /// <param name="row">The row.</param>
    /// <param name="places">What <see cref="PlacesIn"/> says of the columns.</param>
    public static object?[] Of(DataRow row, int[] places)
    {
        var values = new object?[places.Length];
        for (var i = 0; i < values.Length; i++) values[i] = places[i] < 0 ? null : row.Values[places[i]];
        return values;
    }

    // Beyond a depth that no table has, and so for whatever refers to itself, the text has to do.
    private static object? Plain(object? value, int depth)
    {
        if (value is PSObject wrapped)
        {
            if (wrapped.BaseObject is PSCustomObject && depth < MaximumDepth) return Row(wrapped, depth);
            value = wrapped.BaseObject;
        }

        return value switch
        {
            null or DBNull => null,
            string or byte[] or DataRow => value,
            PSCustomObject => value.ToString(),
            LakeMap map when depth < MaximumDepth => Map(map, depth),
            IDictionary map when depth < MaximumDepth => Map(map, depth),
            IEnumerable items when depth < MaximumDepth => items.Cast<object?>().Select(item => Plain(item, depth + 1)).ToArray(),
            IEnumerable => LanguagePrimitives.ConvertTo<string>(value),
            _ => value,
        };
    }

    private static object Row(PSObject item, int depth)
    {
        var names = new List<string>();
        var values = new List<object?>();
        foreach (var property in item.Properties)
        {
            if (!property.IsGettable) continue;
            names.Add(property.Name);
            values.Add(Plain(property.Value, depth + 1));
        }

        return new DataRow(names, values);
    }

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
