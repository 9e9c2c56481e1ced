using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of IcebergNullOrder. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<IcebergNullOrder>))]
public class IcebergNullOrder(string value) : ConstantClass(value), IWireConstant<IcebergNullOrder>
{
    /// <summary>The value <c>nulls-first</c>.</summary>
    public static readonly IcebergNullOrder NullsFirst = new("nulls-first");

    /// <summary>The value <c>nulls-last</c>.</summary>
    public static readonly IcebergNullOrder NullsLast = new("nulls-last");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static IcebergNullOrder FindValue(string value) => FindValue<IcebergNullOrder>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator IcebergNullOrder(string value) => FindValue(value);
}
