using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of TriggerState. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<TriggerState>))]
public class TriggerState(string value) : ConstantClass(value), IWireConstant<TriggerState>
{
    /// <summary>The value <c>CREATING</c>.</summary>
    public static readonly TriggerState CREATING = new("CREATING");

    /// <summary>The value <c>CREATED</c>.</summary>
    public static readonly TriggerState CREATED = new("CREATED");

    /// <summary>The value <c>ACTIVATING</c>.</summary>
    public static readonly TriggerState ACTIVATING = new("ACTIVATING");

    /// <summary>The value <c>ACTIVATED</c>.</summary>
    public static readonly TriggerState ACTIVATED = new("ACTIVATED");

    /// <summary>The value <c>DEACTIVATING</c>.</summary>
    public static readonly TriggerState DEACTIVATING = new("DEACTIVATING");

    /// <summary>The value <c>DEACTIVATED</c>.</summary>
    public static readonly TriggerState DEACTIVATED = new("DEACTIVATED");

    /// <summary>The value <c>DELETING</c>.</summary>
    public static readonly TriggerState DELETING = new("DELETING");

    /// <summary>The value <c>UPDATING</c>.</summary>
    public static readonly TriggerState UPDATING = new("UPDATING");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static TriggerState FindValue(string value) => FindValue<TriggerState>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator TriggerState(string value) => FindValue(value);
}
