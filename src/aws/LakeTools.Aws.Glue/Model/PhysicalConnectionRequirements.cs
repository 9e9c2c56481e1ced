namespace Amazon.Glue.Model;

/// <summary>The shape PhysicalConnectionRequirements of AWS Glue.</summary>
public partial class PhysicalConnectionRequirements
{
    /// <summary>The subnet id. 1 to 255 characters.</summary>
    public string SubnetId { get; set; }

    /// <summary>The security group id list. At most 50 items. Each: 1 to 255 characters.</summary>
    public List<string> SecurityGroupIdList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The availability zone. 1 to 255 characters.</summary>
    public string AvailabilityZone { get; set; }
}
