using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of LogicalOperator. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<LogicalOperator>))]
public class LogicalOperator(string value) : ConstantClass(value), IWireConstant<LogicalOperator>
{
    /// <summary>The value <c>EQUALS</c>.</summary>
    public static readonly LogicalOperator EQUALS = new("EQUALS");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static LogicalOperator FindValue(string value) => FindValue<LogicalOperator>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator LogicalOperator(string value) => FindValue(value);
}
