using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ComputeEnvironment. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ComputeEnvironment>))]
public class ComputeEnvironment(string value) : ConstantClass(value), IWireConstant<ComputeEnvironment>
{
    /// <summary>The value <c>SPARK</c>.</summary>
    public static readonly ComputeEnvironment SPARK = new("SPARK");

    /// <summary>The value <c>ATHENA</c>.</summary>
    public static readonly ComputeEnvironment ATHENA = new("ATHENA");

    /// <summary>The value <c>PYTHON</c>.</summary>
    public static readonly ComputeEnvironment PYTHON = new("PYTHON");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ComputeEnvironment FindValue(string value) => FindValue<ComputeEnvironment>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ComputeEnvironment(string value) => FindValue(value);
}
