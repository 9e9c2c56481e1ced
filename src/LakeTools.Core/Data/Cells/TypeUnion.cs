namespace LakeTools.Core.Data.Cells;

/// <summary>The type that holds the values of two: files of one table need not agree on their columns.</summary>
internal static class TypeUnion
{
    /// <summary>The narrowest type that holds the values of both.</summary>
    /// <param name="one">A type.</param>
    /// <param name="other">Another one.</param>
    /// <returns>The type; null where only text holds both.</returns>
    public static CellType? Of(CellType one, CellType other)
    {
        if (one.ToHive() == other.ToHive()) return one;
        var (low, high) = one.Kind <= other.Kind ? (one, other) : (other, one);
        if (IsInteger(low.Kind) && high.Kind is <= CellKind.Double) return IsInteger(high.Kind) ? high : new CellType(CellKind.Double);
        if (low.Kind == CellKind.Float && high.Kind == CellKind.Double) return high;
        if (high.Kind == CellKind.Decimal && (low.Kind == CellKind.Decimal || IsInteger(low.Kind))) return Decimal(low, high);
        if (low.Kind != high.Kind) return null;
        return low.Kind switch
        {
            CellKind.Array => Parts(one, other) is [var item] ? CellType.ArrayOf(item) : null,
            CellKind.Map => Parts(one, other) is [var key, var value] ? CellType.MapOf(key, value) : null,
            CellKind.Struct => Struct(one.Parts!, other.Parts!),
            _ => null,
        };
    }

    private static bool IsInteger(CellKind kind) => kind is >= CellKind.TinyInt and <= CellKind.BigInt;

    private static CellType? Decimal(CellType low, CellType high)
    {
        var (whole, scale) = low.Kind switch
        {
            CellKind.Decimal => (low.Precision - low.Scale, low.Scale),
            CellKind.TinyInt => (3, 0),
            CellKind.SmallInt => (5, 0),
            CellKind.Int => (10, 0),
            _ => (19, 0),
        };
        scale = Math.Max(scale, high.Scale);
        var precision = Math.Max(whole, high.Precision - high.Scale) + scale;
        return precision > 38 ? null : new CellType(CellKind.Decimal, precision, scale);
    }

    // Parts of one name; null where one of them has no type that holds both.
    private static CellType[]? Parts(CellType one, CellType other)
    {
        var types = one.Parts!.Zip(other.Parts!, (part, same) => Of(part.Type, same.Type)).ToList();
        return types.Exists(type => type is null) ? null : [.. types.Select(type => type!.Value)];
    }

    // Fields that one of them lacks are null there.
    private static CellType? Struct(IReadOnlyList<CellField> one, IReadOnlyList<CellField> other)
    {
        var fields = one.ToList();
        foreach (var field in other)
        {
            var at = fields.FindIndex(known => known.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            if (at < 0) fields.Add(field);
            else if (Of(fields[at].Type, field.Type) is { } type) fields[at] = new CellField(fields[at].Name, type);
            else return null;
        }

        return CellType.StructOf(fields);
    }
}
