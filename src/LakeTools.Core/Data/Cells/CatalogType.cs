using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Cells;

/// <summary>The types of columns as the Data Catalog has them, where the fields of structs have names in a text.</summary>
internal static class CatalogType
{
    /// <summary>The type of a new column.</summary>
    /// <param name="type">The type of its cells.</param>
    /// <param name="column">The name of the column, for errors.</param>
    /// <param name="target">The table or the file, for errors.</param>
    /// <returns>Hive's text for it, in lower case as in the catalog.</returns>
    /// <exception cref="LakeException"><c>FieldNameInvalid</c>: the text would say something else than the type.</exception>
    public static string Of(CellType type, string column, string target) =>
        Unnamable(type) is { } field ? throw Fault.FieldNameInvalid(target, column, field) : type.ToHive().ToLowerInvariant();

    private static string? Unnamable(CellType type)
    {
        foreach (var part in type.Parts ?? [])
        {
            if (part.Name.Length == 0 || part.Name.Trim() != part.Name || part.Name.AsSpan().IndexOfAny(":,<>") >= 0) return part.Name;
            if (Unnamable(part.Type) is { } inner) return inner;
        }

        return null;
    }
}
