using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of IcebergStructTypeEnum. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<IcebergStructTypeEnum>))]
public class IcebergStructTypeEnum(string value) : ConstantClass(value), IWireConstant<IcebergStructTypeEnum>
{
    /// <summary>The value <c>struct</c>.</summary>
    public static readonly IcebergStructTypeEnum Struct = new("struct");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static IcebergStructTypeEnum FindValue(string value) => FindValue<IcebergStructTypeEnum>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator IcebergStructTypeEnum(string value) => FindValue(value);
}
