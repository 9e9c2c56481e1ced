namespace Amazon.Glue.Model;

/// <summary>The shape TargetRedshiftCatalog of AWS Glue.</summary>
public partial class TargetRedshiftCatalog
{
    /// <summary>The catalog arn. Required.</summary>
    public string CatalogArn { get; set; }
}
