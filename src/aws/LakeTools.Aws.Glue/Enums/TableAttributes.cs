using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of TableAttributes. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<TableAttributes>))]
public class TableAttributes(string value) : ConstantClass(value), IWireConstant<TableAttributes>
{
    /// <summary>The value <c>NAME</c>.</summary>
    public static readonly TableAttributes NAME = new("NAME");

    /// <summary>The value <c>TABLE_TYPE</c>.</summary>
    public static readonly TableAttributes TABLE_TYPE = new("TABLE_TYPE");

    /// <summary>The value <c>DEFAULT</c>.</summary>
    public static readonly TableAttributes DEFAULT = new("DEFAULT");

    /// <summary>The value <c>LATEST_ICEBERG_METADATA</c>.</summary>
    public static readonly TableAttributes LATEST_ICEBERG_METADATA = new("LATEST_ICEBERG_METADATA");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static TableAttributes FindValue(string value) => FindValue<TableAttributes>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator TableAttributes(string value) => FindValue(value);
}
