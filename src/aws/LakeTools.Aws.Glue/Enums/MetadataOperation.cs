using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of MetadataOperation. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<MetadataOperation>))]
public class MetadataOperation(string value) : ConstantClass(value), IWireConstant<MetadataOperation>
{
    /// <summary>The value <c>CREATE</c>.</summary>
    public static readonly MetadataOperation CREATE = new("CREATE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static MetadataOperation FindValue(string value) => FindValue<MetadataOperation>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator MetadataOperation(string value) => FindValue(value);
}
