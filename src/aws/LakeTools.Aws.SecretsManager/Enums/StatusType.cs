using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager;

/// <summary>The values of StatusType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<StatusType>))]
public class StatusType(string value) : ConstantClass(value), IWireConstant<StatusType>
{
    /// <summary>The value <c>InSync</c>.</summary>
    public static readonly StatusType InSync = new("InSync");

    /// <summary>The value <c>Failed</c>.</summary>
    public static readonly StatusType Failed = new("Failed");

    /// <summary>The value <c>InProgress</c>.</summary>
    public static readonly StatusType InProgress = new("InProgress");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static StatusType FindValue(string value) => FindValue<StatusType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator StatusType(string value) => FindValue(value);
}
