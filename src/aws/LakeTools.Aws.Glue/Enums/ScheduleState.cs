using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ScheduleState. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ScheduleState>))]
public class ScheduleState(string value) : ConstantClass(value), IWireConstant<ScheduleState>
{
    /// <summary>The value <c>SCHEDULED</c>.</summary>
    public static readonly ScheduleState SCHEDULED = new("SCHEDULED");

    /// <summary>The value <c>NOT_SCHEDULED</c>.</summary>
    public static readonly ScheduleState NOT_SCHEDULED = new("NOT_SCHEDULED");

    /// <summary>The value <c>TRANSITIONING</c>.</summary>
    public static readonly ScheduleState TRANSITIONING = new("TRANSITIONING");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ScheduleState FindValue(string value) => FindValue<ScheduleState>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ScheduleState(string value) => FindValue(value);
}
