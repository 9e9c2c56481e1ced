using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ResourceAction. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ResourceAction>))]
public class ResourceAction(string value) : ConstantClass(value), IWireConstant<ResourceAction>
{
    /// <summary>The value <c>UPDATE</c>.</summary>
    public static readonly ResourceAction UPDATE = new("UPDATE");

    /// <summary>The value <c>CREATE</c>.</summary>
    public static readonly ResourceAction CREATE = new("CREATE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ResourceAction FindValue(string value) => FindValue<ResourceAction>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ResourceAction(string value) => FindValue(value);
}
