using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of SearchTables.</summary>
public partial class SearchTablesRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The filters.</summary>
    public List<PropertyPredicate> Filters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The search text. 1 to 1024 characters.</summary>
    public string SearchText { get; set; }

    /// <summary>The sort criteria. At most 1 items.</summary>
    public List<SortCriterion> SortCriteria { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The resource share type.</summary>
    public ResourceShareType ResourceShareType { get; set; }

    /// <summary>The flag IncludeStatusDetails.</summary>
    public bool? IncludeStatusDetails { get; set; }
}
