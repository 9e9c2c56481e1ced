using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.CloudWatchLogs;

/// <summary>The values of LogGroupClass. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<LogGroupClass>))]
public class LogGroupClass(string value) : ConstantClass(value), IWireConstant<LogGroupClass>
{
    /// <summary>The value <c>STANDARD</c>.</summary>
    public static readonly LogGroupClass STANDARD = new("STANDARD");

    /// <summary>The value <c>INFREQUENT_ACCESS</c>.</summary>
    public static readonly LogGroupClass INFREQUENT_ACCESS = new("INFREQUENT_ACCESS");

    /// <summary>The value <c>DELIVERY</c>.</summary>
    public static readonly LogGroupClass DELIVERY = new("DELIVERY");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static LogGroupClass FindValue(string value) => FindValue<LogGroupClass>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator LogGroupClass(string value) => FindValue(value);
}
