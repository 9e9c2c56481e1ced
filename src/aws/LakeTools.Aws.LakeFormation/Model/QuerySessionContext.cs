namespace Amazon.LakeFormation.Model;

/// <summary>The shape QuerySessionContext of AWS Lake Formation.</summary>
public partial class QuerySessionContext
{
    /// <summary>The query id. 1 to 255 characters.</summary>
    public string QueryId { get; set; }

    /// <summary>The query start time. UTC.</summary>
    public DateTime? QueryStartTime { get; set; }

    /// <summary>The cluster id.</summary>
    public string ClusterId { get; set; }

    /// <summary>The query authorization id. 1 to 255 characters.</summary>
    public string QueryAuthorizationId { get; set; }

    /// <summary>The additional context.</summary>
    public Dictionary<string, string> AdditionalContext { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
