using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of Comparator. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<Comparator>))]
public class Comparator(string value) : ConstantClass(value), IWireConstant<Comparator>
{
    /// <summary>The value <c>EQUALS</c>.</summary>
    public static readonly Comparator EQUALS = new("EQUALS");

    /// <summary>The value <c>GREATER_THAN</c>.</summary>
    public static readonly Comparator GREATER_THAN = new("GREATER_THAN");

    /// <summary>The value <c>LESS_THAN</c>.</summary>
    public static readonly Comparator LESS_THAN = new("LESS_THAN");

    /// <summary>The value <c>GREATER_THAN_EQUALS</c>.</summary>
    public static readonly Comparator GREATER_THAN_EQUALS = new("GREATER_THAN_EQUALS");

    /// <summary>The value <c>LESS_THAN_EQUALS</c>.</summary>
    public static readonly Comparator LESS_THAN_EQUALS = new("LESS_THAN_EQUALS");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static Comparator FindValue(string value) => FindValue<Comparator>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator Comparator(string value) => FindValue(value);
}
