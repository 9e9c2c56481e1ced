namespace Amazon.SecretsManager.Model;

/// <summary>The shape Filter of AWS Secrets Manager.</summary>
public partial class Filter
{
    /// <summary>The key.</summary>
    public FilterNameStringType Key { get; set; }

    /// <summary>The values. 1 to 10 items. Each: at most 512 characters.</summary>
    public List<string> Values { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
