using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of AllowFullTableExternalDataAccessEnum. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<AllowFullTableExternalDataAccessEnum>))]
public class AllowFullTableExternalDataAccessEnum(string value) : ConstantClass(value), IWireConstant<AllowFullTableExternalDataAccessEnum>
{
    /// <summary>The value <c>True</c>.</summary>
    public static readonly AllowFullTableExternalDataAccessEnum True = new("True");

    /// <summary>The value <c>False</c>.</summary>
    public static readonly AllowFullTableExternalDataAccessEnum False = new("False");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static AllowFullTableExternalDataAccessEnum FindValue(string value) => FindValue<AllowFullTableExternalDataAccessEnum>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator AllowFullTableExternalDataAccessEnum(string value) => FindValue(value);
}
