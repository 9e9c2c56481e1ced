using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of Sort. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<Sort>))]
public class Sort(string value) : ConstantClass(value), IWireConstant<Sort>
{
    /// <summary>The value <c>ASC</c>.</summary>
    public static readonly Sort ASC = new("ASC");

    /// <summary>The value <c>DESC</c>.</summary>
    public static readonly Sort DESC = new("DESC");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static Sort FindValue(string value) => FindValue<Sort>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator Sort(string value) => FindValue(value);
}
