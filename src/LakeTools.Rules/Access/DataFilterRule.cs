using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>What a data cells filter lets through.</summary>
/// <param name="Name">The filter.</param>
/// <param name="ColumnNames">The columns that it shows; empty where it shows all but some.</param>
/// <param name="ExcludedColumnNames">The columns that it hides.</param>
/// <param name="RowExpression">The rows that it shows; null for all.</param>
public sealed record DataFilterRule(string Name, NameList ColumnNames, NameList ExcludedColumnNames, string? RowExpression)
{
    /// <summary>Whether the filter lets a column be seen.</summary>
    /// <param name="column">The column, in lower case.</param>
    /// <returns>True where it does.</returns>
    public bool Shows(string column) => ColumnNames.Count > 0 ? ColumnNames.Contains(column) : !ExcludedColumnNames.Contains(column);
}
