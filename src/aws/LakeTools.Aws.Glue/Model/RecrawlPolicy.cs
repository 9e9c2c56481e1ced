namespace Amazon.Glue.Model;

/// <summary>The shape RecrawlPolicy of AWS Glue.</summary>
public partial class RecrawlPolicy
{
    /// <summary>The recrawl behavior.</summary>
    public RecrawlBehavior RecrawlBehavior { get; set; }
}
