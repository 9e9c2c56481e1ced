using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs;

/// <summary>The values of OrderBy. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<OrderBy>))]
public class OrderBy(string value) : ConstantClass(value), IWireConstant<OrderBy>
{
    /// <summary>The value <c>LogStreamName</c>.</summary>
    public static readonly OrderBy LogStreamName = new("LogStreamName");

    /// <summary>The value <c>LastEventTime</c>.</summary>
    public static readonly OrderBy LastEventTime = new("LastEventTime");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static OrderBy FindValue(string value) => FindValue<OrderBy>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator OrderBy(string value) => FindValue(value);
}
