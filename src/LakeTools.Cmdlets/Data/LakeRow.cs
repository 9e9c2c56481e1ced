using LakeTools.Cmdlets.Data;
using LakeTools.Core.Data.Rows;

namespace LakeTools;

/// <summary>
/// The base of rows that are read: an object with a property a column. Rows with the same columns have the same class, which is made
/// when the first of them comes. Its properties take any value, as those of a custom object do.
/// </summary>
public abstract class LakeRow : ICloneable
{
    private static readonly object s_notSet = new();

    private object?[]? _set;

    /// <summary>Makes a row. Only the classes of this module derive from it.</summary>
    protected LakeRow()
    {
    }

    /// <summary>What all rows of the class have in common.</summary>
    internal RowShape Shape { get; set; } = RowShape.Nothing;

    /// <summary>Makes a copy, which keeps what was set, and takes other values of its own.</summary>
    object ICloneable.Clone()
    {
        var copy = (LakeRow)MemberwiseClone();
        copy._set = (object?[]?)_set?.Clone();
        return copy;
    }

    /// <summary>The row as a custom object of the same properties says it.</summary>
    /// <returns>Such as <c>@{date=2012-01-01; weather=drizzle}</c>.</returns>
    public override string ToString() => RowObjects.Noted(Shape.Names, Values(), null).ToString();

    /// <summary>What the row's source says of one of its columns.</summary>
    /// <param name="name">The column, in any case.</param>
    /// <returns>Null if it says nothing, or where another value was set.</returns>
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

    /// <summary>Takes the values of all columns, in order.</summary>
    /// <param name="values">Takes them.</param>
    protected abstract void Fill(object?[] values);

    /// <summary>Makes of a nested value what people hold in PowerShell.</summary>
    /// <param name="value">The value as it was read.</param>
    /// <returns>The value as a property has it.</returns>
    protected static object? Shown(object? value) => RowObjects.Value(value);

    /// <summary>Gives the value that was set in place of the one that was read.</summary>
    /// <param name="place">The column's place, from 0.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if none was set.</returns>
    protected bool TryGetSet(int place, out object? value)
    {
        value = null;
        return _set is not null && TryGetSet(_set[place], out value);
    }

    /// <summary>Sets another value in place of the one that was read.</summary>
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
