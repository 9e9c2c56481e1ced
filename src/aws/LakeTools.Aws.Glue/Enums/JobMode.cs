using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of JobMode. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<JobMode>))]
public class JobMode(string value) : ConstantClass(value), IWireConstant<JobMode>
{
    /// <summary>The value <c>SCRIPT</c>.</summary>
    public static readonly JobMode SCRIPT = new("SCRIPT");

    /// <summary>The value <c>VISUAL</c>.</summary>
    public static readonly JobMode VISUAL = new("VISUAL");

    /// <summary>The value <c>NOTEBOOK</c>.</summary>
    public static readonly JobMode NOTEBOOK = new("NOTEBOOK");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static JobMode FindValue(string value) => FindValue<JobMode>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator JobMode(string value) => FindValue(value);
}
