using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of JobRunState. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<JobRunState>))]
public class JobRunState(string value) : ConstantClass(value), IWireConstant<JobRunState>
{
    /// <summary>The value <c>STARTING</c>.</summary>
    public static readonly JobRunState STARTING = new("STARTING");

    /// <summary>The value <c>RUNNING</c>.</summary>
    public static readonly JobRunState RUNNING = new("RUNNING");

    /// <summary>The value <c>STOPPING</c>.</summary>
    public static readonly JobRunState STOPPING = new("STOPPING");

    /// <summary>The value <c>STOPPED</c>.</summary>
    public static readonly JobRunState STOPPED = new("STOPPED");

    /// <summary>The value <c>SUCCEEDED</c>.</summary>
    public static readonly JobRunState SUCCEEDED = new("SUCCEEDED");

    /// <summary>The value <c>FAILED</c>.</summary>
    public static readonly JobRunState FAILED = new("FAILED");

    /// <summary>The value <c>TIMEOUT</c>.</summary>
    public static readonly JobRunState TIMEOUT = new("TIMEOUT");

    /// <summary>The value <c>ERROR</c>.</summary>
    public static readonly JobRunState ERROR = new("ERROR");

    /// <summary>The value <c>WAITING</c>.</summary>
    public static readonly JobRunState WAITING = new("WAITING");

    /// <summary>The value <c>EXPIRED</c>.</summary>
    public static readonly JobRunState EXPIRED = new("EXPIRED");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static JobRunState FindValue(string value) => FindValue<JobRunState>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator JobRunState(string value) => FindValue(value);
}
