using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ExecutionClass. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ExecutionClass>))]
public class ExecutionClass(string value) : ConstantClass(value), IWireConstant<ExecutionClass>
{
    /// <summary>The value <c>FLEX</c>.</summary>
    public static readonly ExecutionClass FLEX = new("FLEX");

    /// <summary>The value <c>STANDARD</c>.</summary>
    public static readonly ExecutionClass STANDARD = new("STANDARD");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ExecutionClass FindValue(string value) => FindValue<ExecutionClass>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ExecutionClass(string value) => FindValue(value);
}
