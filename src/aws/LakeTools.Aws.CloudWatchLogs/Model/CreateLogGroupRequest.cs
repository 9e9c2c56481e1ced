using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>The request of CreateLogGroup.</summary>
public partial class CreateLogGroupRequest : AmazonCloudWatchLogsRequest
{
    /// <summary>The log group name. Required. 1 to 512 characters.</summary>
    public string LogGroupName { get; set; }

    /// <summary>The kms key id. At most 256 characters.</summary>
    public string KmsKeyId { get; set; }

    /// <summary>The tags. 1 to 50 entries.</summary>
    public Dictionary<string, string> Tags { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The log group class.</summary>
    public LogGroupClass LogGroupClass { get; set; }
}
