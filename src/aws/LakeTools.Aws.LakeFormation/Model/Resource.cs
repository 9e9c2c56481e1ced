namespace Amazon.LakeFormation.Model;

/// <summary>The shape Resource of AWS Lake Formation.</summary>
public partial class Resource
{
    /// <summary>The catalog.</summary>
    public CatalogResource Catalog { get; set; }

    /// <summary>The database.</summary>
    public DatabaseResource Database { get; set; }

    /// <summary>The table.</summary>
    public TableResource Table { get; set; }

    /// <summary>The table with columns.</summary>
    public TableWithColumnsResource TableWithColumns { get; set; }

    /// <summary>The data location.</summary>
    public DataLocationResource DataLocation { get; set; }

    /// <summary>The data cells filter.</summary>
    public DataCellsFilterResource DataCellsFilter { get; set; }

    /// <summary>The LF-tag.</summary>
    public LFTagKeyResource LFTag { get; set; }

    /// <summary>The LF-tag policy.</summary>
    public LFTagPolicyResource LFTagPolicy { get; set; }

    /// <summary>The LF-tag expression.</summary>
    public LFTagExpressionResource LFTagExpression { get; set; }
}
