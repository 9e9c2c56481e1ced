using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager;

/// <summary>The values of SortOrderType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<SortOrderType>))]
public class SortOrderType(string value) : ConstantClass(value), IWireConstant<SortOrderType>
{
    /// <summary>The value <c>asc</c>.</summary>
    public static readonly SortOrderType Asc = new("asc");

    /// <summary>The value <c>desc</c>.</summary>
    public static readonly SortOrderType Desc = new("desc");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static SortOrderType FindValue(string value) => FindValue<SortOrderType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator SortOrderType(string value) => FindValue(value);
}
