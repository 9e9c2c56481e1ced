using LakeTools.Rules.Rows;
using LakeTools.Rules.Text;

namespace LakeTools.Rules.Access;

/// <summary>What a data cells filter lets through.</summary>
/// <param name="Name">The filter.</param>
/// <param name="ColumnNames">The columns that it shows; empty where it shows all but some.</param>
/// <param name="ExcludedColumnNames">The columns that it hides.</param>
/// <param name="RowExpression">The rows that it shows; null for all.</param>
public sealed record DataFilterRule(string Name, NameList ColumnNames, NameList ExcludedColumnNames, string? RowExpression)
{
    /// <summary>The same filter with the partition keys of its table, which no filter hides.</summary>
    /// <param name="partitionKeys">The keys, in lower case.</param>
    /// <returns>The filter as it lets through.</returns>
    public DataFilterRule WithKeys(IReadOnlyList<string> partitionKeys) => partitionKeys.Count == 0 ? this : this with
    {
        ColumnNames = ColumnNames.Count == 0 ? ColumnNames : NameList.Of(ColumnNames.Concat(partitionKeys)),
        ExcludedColumnNames = NameList.Of(ExcludedColumnNames.Except(partitionKeys)),
    };

    /// <summary>
    /// Whether the filter lets a column be seen, as a whole: of a struct of which it names fields, it does not.
    /// </summary>
    /// <param name="column">The column, in lower case.</param>
    /// <returns>True where it does.</returns>
    public bool Shows(string column) => ColumnNames.Count > 0
        ? ColumnNames.Contains(column)
        : ExcludedColumnNames.All(hidden => NestedColumn.ColumnOf(hidden) != column);
}
