namespace Amazon.Glue.Model;

/// <summary>The shape StatusDetails of AWS Glue.</summary>
public partial class StatusDetails
{
    /// <summary>The requested change.</summary>
    public Table RequestedChange { get; set; }

    /// <summary>The view validations.</summary>
    public List<ViewValidation> ViewValidations { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
