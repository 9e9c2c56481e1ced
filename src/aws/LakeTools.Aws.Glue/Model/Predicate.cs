namespace Amazon.Glue.Model;

/// <summary>The shape Predicate of AWS Glue.</summary>
public partial class Predicate
{
    /// <summary>The logical.</summary>
    public Logical Logical { get; set; }

    /// <summary>The conditions. At most 500 items.</summary>
    public List<Condition> Conditions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
