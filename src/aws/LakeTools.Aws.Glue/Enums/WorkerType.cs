using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of WorkerType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<WorkerType>))]
public class WorkerType(string value) : ConstantClass(value), IWireConstant<WorkerType>
{
    /// <summary>The value <c>Standard</c>.</summary>
    public static readonly WorkerType Standard = new("Standard");

    /// <summary>The value <c>G.1X</c>.</summary>
    public static readonly WorkerType G1X = new("G.1X");

    /// <summary>The value <c>G.2X</c>.</summary>
    public static readonly WorkerType G2X = new("G.2X");

    /// <summary>The value <c>G.025X</c>.</summary>
    public static readonly WorkerType G025X = new("G.025X");

    /// <summary>The value <c>G.4X</c>.</summary>
    public static readonly WorkerType G4X = new("G.4X");

    /// <summary>The value <c>G.8X</c>.</summary>
    public static readonly WorkerType G8X = new("G.8X");

    /// <summary>The value <c>Z.2X</c>.</summary>
    public static readonly WorkerType Z2X = new("Z.2X");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static WorkerType FindValue(string value) => FindValue<WorkerType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator WorkerType(string value) => FindValue(value);
}
