using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of JdbcMetadataEntry. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<JdbcMetadataEntry>))]
public class JdbcMetadataEntry(string value) : ConstantClass(value), IWireConstant<JdbcMetadataEntry>
{
    /// <summary>The value <c>COMMENTS</c>.</summary>
    public static readonly JdbcMetadataEntry COMMENTS = new("COMMENTS");

    /// <summary>The value <c>RAWTYPES</c>.</summary>
    public static readonly JdbcMetadataEntry RAWTYPES = new("RAWTYPES");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static JdbcMetadataEntry FindValue(string value) => FindValue<JdbcMetadataEntry>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator JdbcMetadataEntry(string value) => FindValue(value);
}
