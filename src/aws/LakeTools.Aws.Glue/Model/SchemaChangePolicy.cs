namespace Amazon.Glue.Model;

/// <summary>The shape SchemaChangePolicy of AWS Glue.</summary>
public partial class SchemaChangePolicy
{
    /// <summary>The update behavior.</summary>
    public UpdateBehavior UpdateBehavior { get; set; }

    /// <summary>The delete behavior.</summary>
    public DeleteBehavior DeleteBehavior { get; set; }
}
