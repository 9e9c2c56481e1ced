using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>The rows and columns that a data cells filter includes.</summary>
/// <param name="Name">The filter.</param>
/// <param name="ColumnNames">The columns that it includes; empty if it excludes columns.</param>
/// <param name="ExcludedColumnNames">The columns that it excludes.</param>
/// <param name="RowExpression">The rows that it includes; null for all.</param>
public sealed record DataFilterRule(string Name, NameList ColumnNames, NameList ExcludedColumnNames, string? RowExpression)
{
    /// <summary>The same filter with the partition keys of its table, which no filter can exclude.</summary>
    /// <param name="partitionKeys">The keys, in lower case.</param>
    /// <returns>The filter as it is applied.</returns>
    public DataFilterRule WithKeys(IReadOnlyList<string> partitionKeys) => partitionKeys.Count == 0 ? this : this with
    {
        ColumnNames = ColumnNames.Count == 0 ? ColumnNames : NameList.Of(ColumnNames.Concat(partitionKeys)),
        ExcludedColumnNames = NameList.Of(ExcludedColumnNames.Except(partitionKeys)),
    };

    /// <summary>
    /// Whether the filter includes a column completely. A struct is not included if the filter names fields of it.
    /// </summary>
    /// <param name="column">The column, in lower case.</param>
    /// <returns>True if it does.</returns>
    public bool Shows(string column) => ColumnNames.Count > 0
        ? ColumnNames.Contains(column)
        : ExcludedColumnNames.All(hidden => NestedColumn.ColumnOf(hidden) != column);
}
