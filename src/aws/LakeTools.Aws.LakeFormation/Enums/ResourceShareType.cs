using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of ResourceShareType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ResourceShareType>))]
public class ResourceShareType(string value) : ConstantClass(value), IWireConstant<ResourceShareType>
{
    /// <summary>The value <c>FOREIGN</c>.</summary>
    public static readonly ResourceShareType FOREIGN = new("FOREIGN");

    /// <summary>The value <c>ALL</c>.</summary>
    public static readonly ResourceShareType ALL = new("ALL");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ResourceShareType FindValue(string value) => FindValue<ResourceShareType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ResourceShareType(string value) => FindValue(value);
}
