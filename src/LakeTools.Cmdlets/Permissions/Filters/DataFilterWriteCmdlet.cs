using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Permissions.Filters;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the commands that say what a data cells filter shows.</summary>
public abstract class DataFilterWriteCmdlet : TablePartCmdlet
{
    /// <summary>The filter's name.</summary>
    public abstract string Name { get; set; }

    /// <summary>The rows that it shows: an expression such as <c>country = 'US' AND year &gt; 2020</c>.</summary>
    public abstract string? RowFilter { get; set; }

    /// <summary>The columns that it shows.</summary>
    public abstract string[]? ColumnName { get; set; }

    /// <summary>The columns that it hides; it shows all others.</summary>
    public abstract string[]? ExcludedColumnName { get; set; }

    /// <summary>The filter's options from the parameters.</summary>
    /// <returns>The filter, unchecked; null if a parameter is not given.</returns>
    /// <exception cref="LakeException"><c>DataFilterColumnsConflict</c>.</exception>
    private protected DataFilterOptions Options()
    {
        if (ColumnName is { Length: > 0 } && ExcludedColumnName is { Length: > 0 })
            throw Fault.DataFilterColumnsConflict(Name);
        return new DataFilterOptions
        {
            CatalogId = string.IsNullOrEmpty(CatalogId) ? null : CatalogId,
            DatabaseName = DatabaseName,
            TableName = TableName,
            Name = Name,
            RowFilter = IsGiven(nameof(RowFilter)) ? RowFilter ?? "" : null,
            ColumnName = ColumnName,
            ExcludedColumnName = ExcludedColumnName,
        };
    }
}
