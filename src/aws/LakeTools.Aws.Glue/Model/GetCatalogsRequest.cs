using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetCatalogs.</summary>
public partial class GetCatalogsRequest : AmazonGlueRequest
{
    /// <summary>The parent catalog id. 1 to 255 characters.</summary>
    public string ParentCatalogId { get; set; }

    /// <summary>The next token.</summary>
    public string NextToken { get; set; }

    /// <summary>The max results. 1 to 1000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>The flag Recursive.</summary>
    public bool? Recursive { get; set; }

    /// <summary>The flag IncludeRoot.</summary>
    public bool? IncludeRoot { get; set; }

    /// <summary>The flag HasDatabases.</summary>
    public bool? HasDatabases { get; set; }
}
