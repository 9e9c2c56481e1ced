using Amazon.Runtime;

namespace Amazon.LakeFormation.Model;

/// <summary>The answer of GetDataLakeSettings.</summary>
public partial class GetDataLakeSettingsResponse : AmazonWebServiceResponse
{
    /// <summary>The data lake settings.</summary>
    public DataLakeSettings DataLakeSettings { get; set; }
}
