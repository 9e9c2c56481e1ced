namespace Amazon.Glue.Model;

/// <summary>The shape SerDeInfo of AWS Glue.</summary>
public partial class SerDeInfo
{
    /// <summary>The name. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The serialization library. 1 to 255 characters.</summary>
    public string SerializationLibrary { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
