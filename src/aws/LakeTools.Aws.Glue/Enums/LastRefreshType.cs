using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of LastRefreshType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<LastRefreshType>))]
public class LastRefreshType(string value) : ConstantClass(value), IWireConstant<LastRefreshType>
{
    /// <summary>The value <c>FULL</c>.</summary>
    public static readonly LastRefreshType FULL = new("FULL");

    /// <summary>The value <c>INCREMENTAL</c>.</summary>
    public static readonly LastRefreshType INCREMENTAL = new("INCREMENTAL");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static LastRefreshType FindValue(string value) => FindValue<LastRefreshType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator LastRefreshType(string value) => FindValue(value);
}
