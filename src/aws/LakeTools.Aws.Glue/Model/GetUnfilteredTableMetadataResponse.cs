using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The answer of GetUnfilteredTableMetadata.</summary>
public partial class GetUnfilteredTableMetadataResponse : AmazonWebServiceResponse
{
    /// <summary>The table, with all of its columns.</summary>
    public Table Table { get; set; }

    /// <summary>The columns that the caller may see.</summary>
    public List<string> AuthorizedColumns { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The flag IsRegisteredWithLakeFormation.</summary>
    public bool? IsRegisteredWithLakeFormation { get; set; }

    /// <summary>The filters that decide which rows of a column the caller may see.</summary>
    public List<ColumnRowFilter> CellFilters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The query authorization id. 1 to 255 characters.</summary>
    public string QueryAuthorizationId { get; set; }

    /// <summary>The flag IsMultiDialectView.</summary>
    public bool? IsMultiDialectView { get; set; }

    /// <summary>The resource ARN. 20 to 2048 characters.</summary>
    public string ResourceArn { get; set; }

    /// <summary>The flag IsProtected.</summary>
    public bool? IsProtected { get; set; }

    /// <summary>The permissions of the caller on the table.</summary>
    public List<string> Permissions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The filter that decides which rows the caller may see. At most 2048 characters.</summary>
    public string RowFilter { get; set; }
}
