using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of PermissionType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<PermissionType>))]
public class PermissionType(string value) : ConstantClass(value), IWireConstant<PermissionType>
{
    /// <summary>The value <c>COLUMN_PERMISSION</c>.</summary>
    public static readonly PermissionType COLUMN_PERMISSION = new("COLUMN_PERMISSION");

    /// <summary>The value <c>CELL_FILTER_PERMISSION</c>.</summary>
    public static readonly PermissionType CELL_FILTER_PERMISSION = new("CELL_FILTER_PERMISSION");

    /// <summary>The value <c>NESTED_PERMISSION</c>.</summary>
    public static readonly PermissionType NESTED_PERMISSION = new("NESTED_PERMISSION");

    /// <summary>The value <c>NESTED_CELL_PERMISSION</c>.</summary>
    public static readonly PermissionType NESTED_CELL_PERMISSION = new("NESTED_CELL_PERMISSION");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static PermissionType FindValue(string value) => FindValue<PermissionType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator PermissionType(string value) => FindValue(value);
}
