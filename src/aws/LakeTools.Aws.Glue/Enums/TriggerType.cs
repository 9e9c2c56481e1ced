using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of TriggerType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<TriggerType>))]
public class TriggerType(string value) : ConstantClass(value), IWireConstant<TriggerType>
{
    /// <summary>The value <c>SCHEDULED</c>.</summary>
    public static readonly TriggerType SCHEDULED = new("SCHEDULED");

    /// <summary>The value <c>CONDITIONAL</c>.</summary>
    public static readonly TriggerType CONDITIONAL = new("CONDITIONAL");

    /// <summary>The value <c>ON_DEMAND</c>.</summary>
    public static readonly TriggerType ON_DEMAND = new("ON_DEMAND");

    /// <summary>The value <c>EVENT</c>.</summary>
    public static readonly TriggerType EVENT = new("EVENT");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static TriggerType FindValue(string value) => FindValue<TriggerType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator TriggerType(string value) => FindValue(value);
}
