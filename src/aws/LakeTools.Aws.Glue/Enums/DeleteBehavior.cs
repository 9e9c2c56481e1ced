using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of DeleteBehavior. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<DeleteBehavior>))]
public class DeleteBehavior(string value) : ConstantClass(value), IWireConstant<DeleteBehavior>
{
    /// <summary>The value <c>LOG</c>.</summary>
    public static readonly DeleteBehavior LOG = new("LOG");

    /// <summary>The value <c>DELETE_FROM_DATABASE</c>.</summary>
    public static readonly DeleteBehavior DELETE_FROM_DATABASE = new("DELETE_FROM_DATABASE");

    /// <summary>The value <c>DEPRECATE_IN_DATABASE</c>.</summary>
    public static readonly DeleteBehavior DEPRECATE_IN_DATABASE = new("DEPRECATE_IN_DATABASE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static DeleteBehavior FindValue(string value) => FindValue<DeleteBehavior>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator DeleteBehavior(string value) => FindValue(value);
}
