using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of IcebergSortDirection. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<IcebergSortDirection>))]
public class IcebergSortDirection(string value) : ConstantClass(value), IWireConstant<IcebergSortDirection>
{
    /// <summary>The value <c>asc</c>.</summary>
    public static readonly IcebergSortDirection Asc = new("asc");

    /// <summary>The value <c>desc</c>.</summary>
    public static readonly IcebergSortDirection Desc = new("desc");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static IcebergSortDirection FindValue(string value) => FindValue<IcebergSortDirection>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator IcebergSortDirection(string value) => FindValue(value);
}
