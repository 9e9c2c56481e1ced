namespace Amazon.Glue.Model;

/// <summary>The shape Condition of AWS Glue.</summary>
public partial class Condition
{
    /// <summary>The logical operator.</summary>
    public LogicalOperator LogicalOperator { get; set; }

    /// <summary>The job name. 1 to 255 characters.</summary>
    public string JobName { get; set; }

    /// <summary>The state.</summary>
    public JobRunState State { get; set; }

    /// <summary>The crawler name. 1 to 255 characters.</summary>
    public string CrawlerName { get; set; }

    /// <summary>The crawl state.</summary>
    public CrawlState CrawlState { get; set; }
}
