using System.Text.Json.Serialization;

namespace Amazon.Glue.Model;

/// <summary>The shape DynamoDBTarget of AWS Glue.</summary>
public partial class DynamoDBTarget
{
    /// <summary>The path.</summary>
    public string Path { get; set; }

    /// <summary>The flag ScanAll.</summary>
    [JsonPropertyName("scanAll")]
    public bool? ScanAll { get; set; }

    /// <summary>The scan rate.</summary>
    [JsonPropertyName("scanRate")]
    public double? ScanRate { get; set; }
}
