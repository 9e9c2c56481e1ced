using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of DatabaseAttributes. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<DatabaseAttributes>))]
public class DatabaseAttributes(string value) : ConstantClass(value), IWireConstant<DatabaseAttributes>
{
    /// <summary>The value <c>NAME</c>.</summary>
    public static readonly DatabaseAttributes NAME = new("NAME");

    /// <summary>The value <c>TARGET_DATABASE</c>.</summary>
    public static readonly DatabaseAttributes TARGET_DATABASE = new("TARGET_DATABASE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static DatabaseAttributes FindValue(string value) => FindValue<DatabaseAttributes>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator DatabaseAttributes(string value) => FindValue(value);
}
