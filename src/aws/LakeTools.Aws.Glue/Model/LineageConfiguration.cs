namespace Amazon.Glue.Model;

/// <summary>The shape LineageConfiguration of AWS Glue.</summary>
public partial class LineageConfiguration
{
    /// <summary>The crawler lineage settings.</summary>
    public CrawlerLineageSettings CrawlerLineageSettings { get; set; }
}
