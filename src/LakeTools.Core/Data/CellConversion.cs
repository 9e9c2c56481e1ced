namespace LakeTools.Core.Data;

/// <summary>Turns values of any kind into the text of a column's type, and refuses those that would lose something.</summary>
internal static class CellConversion
{
    /// <summary>Makes a value the text of a type.</summary>
    /// <param name="value">The value; not null.</param>
    /// <param name="type">The column's type; null where anything goes.</param>
    /// <param name="text">The text; null where the value means null.</param>
    /// <returns>False where the value is none of the type.</returns>
    public static bool TryConvert(object value, CellType? type, out string? text)
    {
        if (type is not { } known)
        {
            // Without a type, a time at midnight is a date: that is what it is in most cases, and a timestamp reads it as well.
            var isDate = value is DateTime { TimeOfDay.Ticks: 0 };
            text = CellText.Format(value, isDate ? CellKind.Date : CellKind.Text);
            return true;
        }

        text = null;
        if (known.Kind == CellKind.Date && value is DateTime { TimeOfDay.Ticks: not 0 }) return false;
        text = CellText.Format(value, known.Kind);
        if (known.Kind == CellKind.Text || IsOfKind(value, known.Kind)) return true;
        if (!CellText.TryParse(text, known, out var parsed)) return false;
        text = parsed is null ? null : CellText.Format(parsed, known.Kind);
        return true;
    }

    private static bool IsOfKind(object value, CellKind kind) => kind switch
    {
        CellKind.Boolean => value is bool,
        CellKind.TinyInt => value is sbyte,
        CellKind.SmallInt => value is short or sbyte or byte,
        CellKind.Int => value is int or short or sbyte or byte or ushort,
        CellKind.BigInt => value is long or int or short or sbyte or byte or ushort or uint,
        CellKind.Float => value is float,
        CellKind.Double => value is double or float,
        CellKind.Date or CellKind.Timestamp => value is DateTime or DateOnly or DateTimeOffset,
        CellKind.Binary => value is byte[],
        _ => false,
    };
}
