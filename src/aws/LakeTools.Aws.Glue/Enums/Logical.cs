using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of Logical. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<Logical>))]
public class Logical(string value) : ConstantClass(value), IWireConstant<Logical>
{
    /// <summary>The value <c>AND</c>.</summary>
    public static readonly Logical AND = new("AND");

    /// <summary>The value <c>ANY</c>.</summary>
    public static readonly Logical ANY = new("ANY");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static Logical FindValue(string value) => FindValue<Logical>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator Logical(string value) => FindValue(value);
}
