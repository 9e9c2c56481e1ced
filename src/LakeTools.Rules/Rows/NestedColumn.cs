using System.Text;

namespace LakeTools.Rules.Rows;

/// <summary>
/// A field within a struct as a data cells filter names it: <c>"product"."offer"</c>, each part in double quotes, in which a double quote
/// is written twice.
/// </summary>
/// <remarks>Source: developer guide, data filters in Lake Formation, and data filtering limitations.</remarks>
public static class NestedColumn
{
    private const int MaximumDepth = 5;

    /// <summary>Reads the parts of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Two parts or more, the column first; null if it is no name of a field.</returns>
    public static IReadOnlyList<string>? Parts(string name)
    {
        var parts = new List<string>();
        for (var at = 0; at < name.Length; at++)
        {
            if (name[at] != '"') return null;
            var part = new StringBuilder();
            for (at++; at < name.Length && (name[at] != '"' || (at + 1 < name.Length && name[at + 1] == '"')); at++)
            {
                if (name[at] == '"') at++;
                part.Append(name[at]);
            }

            if (at >= name.Length || part.Length == 0) return null;
            parts.Add(part.ToString());
            if (++at < name.Length && (name[at] != '.' || at == name.Length - 1)) return null;
        }

        return parts.Count > 1 ? parts : null;
    }

    /// <summary>The column that a name of a filter is of.</summary>
    /// <param name="name">A column, or a field of one.</param>
    /// <returns>The column.</returns>
    public static string ColumnOf(string name) => Parts(name)?[0] ?? name;

    /// <summary>Says what is wrong with a name that a filter includes or leaves out.</summary>
    /// <param name="name">A column, or a field of one.</param>
    /// <param name="columns">The table's columns.</param>
    /// <param name="isExcluded">Whether it is left out.</param>
    /// <returns>A sentence; null if nothing is wrong.</returns>
    public static string? Problem(string name, IReadOnlyList<RowColumn> columns, bool isExcluded)
    {
        var parts = Parts(name);
        var top = parts?[0] ?? name;
        var column = columns.FirstOrDefault(column => column.Name.Equals(top, StringComparison.OrdinalIgnoreCase));
        if (column is null) return $"The column {top} does not exist.";
        if (column.IsPartitionKey && (isExcluded || parts is not null))
            return $"{top} is a partition key, which every filter includes completely.";
        if (parts is null) return null;
        if (parts.Count > MaximumDepth) return $"{name} has {parts.Count} levels, and a filter reaches {MaximumDepth}.";
        var type = column.Type;
        for (var depth = 1; depth < parts.Count; depth++)
        {
            if (RowTypes.FieldType(type, parts[depth]) is not { } field)
                return $"{string.Join('.', parts.Take(depth))} is {type}, which has no field {parts[depth]}.";
            type = field;
        }

        return null;
    }
}
