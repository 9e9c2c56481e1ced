using System.Collections.Concurrent;
using System.Text;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// Caches the class of each list of columns. The number is limited, because PowerShell keeps the metadata of every class until the
/// process ends: JSON with different properties in each row would create a class for each row.
/// </summary>
internal static class RowShapes
{
    /// <summary>The maximum number of classes. Rows with other lists of columns are custom objects.</summary>
    internal const int MostShapes = 256;

    /// <summary>The maximum number of columns of a class. PowerShell compiles the access to each property separately.</summary>
    internal const int MostColumns = 512;

    // A class cannot have these properties: PowerShell hides a property with the name of a method, and reserves the last five names.
    private static readonly HashSet<string> s_namesOfMembers = new(
        typeof(LakeRow).GetMethods().Concat(typeof(ICloneable).GetMethods()).Select(method => method.Name)
            .Concat(["PSObject", "PSBase", "PSAdapted", "PSExtended", "PSTypeNames"]),
        StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, RowShape> s_shapes = new(StringComparer.Ordinal);
    private static readonly object s_gate = new();

    /// <summary>The class of the rows of a batch.</summary>
    /// <param name="batch">The batch.</param>
    /// <returns>The class. Null for custom objects.</returns>
    public static RowShape? Of(DataBatch batch)
    {
        if (batch.ColumnNames.Count is 0 or > MostColumns) return null;
        var key = Key(batch);
        if (s_shapes.TryGetValue(key, out var shape)) return shape;
        lock (s_gate)
        {
            if (s_shapes.TryGetValue(key, out shape)) return shape;
            return s_shapes.Count < MostShapes && AreProperties(batch.ColumnNames) ? s_shapes[key] = Make(batch) : null;
        }
    }

    // A column that is requested twice occurs twice.
    private static bool AreProperties(IReadOnlyList<string> names) =>
        names.All(IsProperty) && names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count;

    private static bool IsProperty(string name) => name.Length > 0 && !s_namesOfMembers.Contains(name)
        && !name.StartsWith("get_", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("set_", StringComparison.OrdinalIgnoreCase);

    private static RowShape Make(DataBatch batch)
    {
        string[] names = [.. batch.ColumnNames];
        return RowClass.Make(names, [.. batch.Cells.Select(cells => cells.GetType())], batch.Columns?.ToArray());
    }

    // Names may contain any character, so their lengths are part of the key.
    private static string Key(DataBatch batch)
    {
        var key = new StringBuilder();
        for (var i = 0; i < batch.ColumnNames.Count; i++)
        {
            var name = batch.ColumnNames[i];
            key.Append(name.Length).Append(' ').Append(name).Append(CellTypeOf(batch.Cells[i]));
            if (batch.Columns?[i] is { } column) key.Append(column.IsUntyped ? '?' : ':').Append(column.Type);
            key.Append('\n');
        }

        return key.ToString();
    }

    private static string CellTypeOf(CellColumn cells) => cells.GetType().GetGenericArguments()[0].Name;
}
