using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of UpdateBehavior. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<UpdateBehavior>))]
public class UpdateBehavior(string value) : ConstantClass(value), IWireConstant<UpdateBehavior>
{
    /// <summary>The value <c>LOG</c>.</summary>
    public static readonly UpdateBehavior LOG = new("LOG");

    /// <summary>The value <c>UPDATE_IN_DATABASE</c>.</summary>
    public static readonly UpdateBehavior UPDATE_IN_DATABASE = new("UPDATE_IN_DATABASE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static UpdateBehavior FindValue(string value) => FindValue<UpdateBehavior>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator UpdateBehavior(string value) => FindValue(value);
}
