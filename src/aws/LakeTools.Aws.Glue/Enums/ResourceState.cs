using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ResourceState. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ResourceState>))]
public class ResourceState(string value) : ConstantClass(value), IWireConstant<ResourceState>
{
    /// <summary>The value <c>QUEUED</c>.</summary>
    public static readonly ResourceState QUEUED = new("QUEUED");

    /// <summary>The value <c>IN_PROGRESS</c>.</summary>
    public static readonly ResourceState IN_PROGRESS = new("IN_PROGRESS");

    /// <summary>The value <c>SUCCESS</c>.</summary>
    public static readonly ResourceState SUCCESS = new("SUCCESS");

    /// <summary>The value <c>STOPPED</c>.</summary>
    public static readonly ResourceState STOPPED = new("STOPPED");

    /// <summary>The value <c>FAILED</c>.</summary>
    public static readonly ResourceState FAILED = new("FAILED");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ResourceState FindValue(string value) => FindValue<ResourceState>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ResourceState(string value) => FindValue(value);
}
