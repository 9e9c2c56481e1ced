using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of DataLakeResourceType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<DataLakeResourceType>))]
public class DataLakeResourceType(string value) : ConstantClass(value), IWireConstant<DataLakeResourceType>
{
    /// <summary>The value <c>CATALOG</c>.</summary>
    public static readonly DataLakeResourceType CATALOG = new("CATALOG");

    /// <summary>The value <c>DATABASE</c>.</summary>
    public static readonly DataLakeResourceType DATABASE = new("DATABASE");

    /// <summary>The value <c>TABLE</c>.</summary>
    public static readonly DataLakeResourceType TABLE = new("TABLE");

    /// <summary>The value <c>DATA_LOCATION</c>.</summary>
    public static readonly DataLakeResourceType DATA_LOCATION = new("DATA_LOCATION");

    /// <summary>The value <c>LF_TAG</c>.</summary>
    public static readonly DataLakeResourceType LF_TAG = new("LF_TAG");

    /// <summary>The value <c>LF_TAG_POLICY</c>.</summary>
    public static readonly DataLakeResourceType LF_TAG_POLICY = new("LF_TAG_POLICY");

    /// <summary>The value <c>LF_TAG_POLICY_DATABASE</c>.</summary>
    public static readonly DataLakeResourceType LF_TAG_POLICY_DATABASE = new("LF_TAG_POLICY_DATABASE");

    /// <summary>The value <c>LF_TAG_POLICY_TABLE</c>.</summary>
    public static readonly DataLakeResourceType LF_TAG_POLICY_TABLE = new("LF_TAG_POLICY_TABLE");

    /// <summary>The value <c>LF_NAMED_TAG_EXPRESSION</c>.</summary>
    public static readonly DataLakeResourceType LF_NAMED_TAG_EXPRESSION = new("LF_NAMED_TAG_EXPRESSION");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static DataLakeResourceType FindValue(string value) => FindValue<DataLakeResourceType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator DataLakeResourceType(string value) => FindValue(value);
}
