using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of ResourceType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ResourceType>))]
public class ResourceType(string value) : ConstantClass(value), IWireConstant<ResourceType>
{
    /// <summary>The value <c>DATABASE</c>.</summary>
    public static readonly ResourceType DATABASE = new("DATABASE");

    /// <summary>The value <c>TABLE</c>.</summary>
    public static readonly ResourceType TABLE = new("TABLE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ResourceType FindValue(string value) => FindValue<ResourceType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ResourceType(string value) => FindValue(value);
}
