namespace Amazon.Glue.Model;

/// <summary>The shape Column of AWS Glue.</summary>
public partial class Column
{
    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The type. At most 131072 characters.</summary>
    public string Type { get; set; }

    /// <summary>The comment. At most 255 characters.</summary>
    public string Comment { get; set; }

    /// <summary>The parameters.</summary>
    public Dictionary<string, string> Parameters { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
