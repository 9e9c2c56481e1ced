using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of OverwriteChildResourcePermissionsWithDefaultEnum. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<OverwriteChildResourcePermissionsWithDefaultEnum>))]
public class OverwriteChildResourcePermissionsWithDefaultEnum(string value)
    : ConstantClass(value), IWireConstant<OverwriteChildResourcePermissionsWithDefaultEnum>
{
    /// <summary>The value <c>Accept</c>.</summary>
    public static readonly OverwriteChildResourcePermissionsWithDefaultEnum Accept = new("Accept");

    /// <summary>The value <c>Deny</c>.</summary>
    public static readonly OverwriteChildResourcePermissionsWithDefaultEnum Deny = new("Deny");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static OverwriteChildResourcePermissionsWithDefaultEnum FindValue(string value) =>
        FindValue<OverwriteChildResourcePermissionsWithDefaultEnum>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator OverwriteChildResourcePermissionsWithDefaultEnum(string value) => FindValue(value);
}
