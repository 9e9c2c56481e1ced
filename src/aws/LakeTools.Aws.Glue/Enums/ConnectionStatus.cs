using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ConnectionStatus. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ConnectionStatus>))]
public class ConnectionStatus(string value) : ConstantClass(value), IWireConstant<ConnectionStatus>
{
    /// <summary>The value <c>READY</c>.</summary>
    public static readonly ConnectionStatus READY = new("READY");

    /// <summary>The value <c>IN_PROGRESS</c>.</summary>
    public static readonly ConnectionStatus IN_PROGRESS = new("IN_PROGRESS");

    /// <summary>The value <c>FAILED</c>.</summary>
    public static readonly ConnectionStatus FAILED = new("FAILED");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ConnectionStatus FindValue(string value) => FindValue<ConnectionStatus>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ConnectionStatus(string value) => FindValue(value);
}
