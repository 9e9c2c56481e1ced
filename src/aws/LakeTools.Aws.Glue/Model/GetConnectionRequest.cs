using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>The request of GetConnection.</summary>
public partial class GetConnectionRequest : AmazonGlueRequest
{
    /// <summary>The catalog id. 1 to 255 characters.</summary>
    public string CatalogId { get; set; }

    /// <summary>The name. Required. 1 to 255 characters.</summary>
    public string Name { get; set; }

    /// <summary>The flag HidePassword.</summary>
    public bool? HidePassword { get; set; }

    /// <summary>The apply override for compute environment.</summary>
    public ComputeEnvironment ApplyOverrideForComputeEnvironment { get; set; }
}
