using LakeTools.Cmdlets.Data;
using LakeTools.Core.Data.Rows;

namespace LakeTools;

/// <summary>
/// The base of rows that are read: an object with a property for each column. Rows with the same columns have the same class, created
/// for the first of them. Its properties accept any value, as those of a custom object.
/// </summary>
public abstract class LakeRow : ICloneable
{
    private static readonly object s_notSet = new();

    private object?[]? _set;

    /// <summary>Creates a row. Only the classes of this module derive from it.</summary>
    protected LakeRow()
    {
    }

    /// <summary>The data that all rows of the class share.</summary>
    internal RowShape Shape => (RowShape)SharedData();

    /// <summary>Creates a copy with the same values. Later changes do not affect the original.</summary>
    object ICloneable.Clone()
    {
        var copy = (LakeRow)MemberwiseClone();
        copy._set = (object?[]?)_set?.Clone();
        return copy;
    }

    /// <summary>The text of a custom object with the same properties.</summary>
    /// <returns>Such as <c>@{date=2012-01-01; weather=drizzle}</c>.</returns>
    public override string ToString() => RowObjects.Noted(Shape.Names, Values(), null).ToString();

    /// <summary>The metadata of the row's source for a column.</summary>
    /// <param name="name">The column, in any case.</param>
    /// <returns>Null if there is none, or if another value was set.</returns>
    internal DataColumn? ColumnOf(string name)
    {
        var place = Shape.PlaceOf(name);
        return place < 0 || TryGetSet(place, out _) ? null : Shape.Columns?[place];
    }

    /// <summary>The values of all columns, in order.</summary>
    /// <returns>The values.</returns>
    internal object?[] Values()
    {
        var values = new object?[Shape.Names.Count];
        Fill(values);
        return values;
    }

    /// <summary>The data that all rows of the class share.</summary>
    /// <returns>The data.</returns>
    protected abstract object SharedData();

    /// <summary>Passes the values of all columns, in order.</summary>
    /// <param name="values">Receives them.</param>
    protected abstract void Fill(object?[] values);

    /// <summary>Converts a nested value for PowerShell.</summary>
    /// <param name="value">The value as it was read.</param>
    /// <returns>The value for a property.</returns>
    protected static object? Shown(object? value) => RowObjects.Value(value);

    /// <summary>Gets the value that was set instead of the original one.</summary>
    /// <param name="place">The column's place, from 0.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if none was set.</returns>
    protected bool TryGetSet(int place, out object? value)
    {
        value = null;
        return _set is not null && TryGetSet(_set[place], out value);
    }

    /// <summary>Sets another value instead of the original one.</summary>
    /// <param name="place">The column's place, from 0.</param>
    /// <param name="value">The value, of any type.</param>
    protected void Set(int place, object? value)
    {
        if (_set is null)
        {
            _set = new object?[Shape.Names.Count];
            Array.Fill(_set, s_notSet);
        }

        _set[place] = value;
    }

    private static bool TryGetSet(object? set, out object? value)
    {
        value = set;
        return !ReferenceEquals(set, s_notSet);
    }
}
