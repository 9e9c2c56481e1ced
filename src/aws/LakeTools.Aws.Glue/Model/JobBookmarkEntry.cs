namespace Amazon.Glue.Model;

/// <summary>The shape JobBookmarkEntry of AWS Glue.</summary>
public partial class JobBookmarkEntry
{
    /// <summary>The job name.</summary>
    public string JobName { get; set; }

    /// <summary>The version.</summary>
    public int? Version { get; set; }

    /// <summary>The run.</summary>
    public int? Run { get; set; }

    /// <summary>The attempt.</summary>
    public int? Attempt { get; set; }

    /// <summary>The previous run id.</summary>
    public string PreviousRunId { get; set; }

    /// <summary>The run id.</summary>
    public string RunId { get; set; }

    /// <summary>The job bookmark.</summary>
    public string JobBookmark { get; set; }
}
