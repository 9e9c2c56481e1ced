using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ViewUpdateAction. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ViewUpdateAction>))]
public class ViewUpdateAction(string value) : ConstantClass(value), IWireConstant<ViewUpdateAction>
{
    /// <summary>The value <c>ADD</c>.</summary>
    public static readonly ViewUpdateAction ADD = new("ADD");

    /// <summary>The value <c>REPLACE</c>.</summary>
    public static readonly ViewUpdateAction REPLACE = new("REPLACE");

    /// <summary>The value <c>ADD_OR_REPLACE</c>.</summary>
    public static readonly ViewUpdateAction ADD_OR_REPLACE = new("ADD_OR_REPLACE");

    /// <summary>The value <c>DROP</c>.</summary>
    public static readonly ViewUpdateAction DROP = new("DROP");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ViewUpdateAction FindValue(string value) => FindValue<ViewUpdateAction>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ViewUpdateAction(string value) => FindValue(value);
}
