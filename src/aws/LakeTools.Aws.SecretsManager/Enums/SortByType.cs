using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager;

/// <summary>The values of SortByType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<SortByType>))]
public class SortByType(string value) : ConstantClass(value), IWireConstant<SortByType>
{
    /// <summary>The value <c>created-date</c>.</summary>
    public static readonly SortByType CreatedDate = new("created-date");

    /// <summary>The value <c>last-accessed-date</c>.</summary>
    public static readonly SortByType LastAccessedDate = new("last-accessed-date");

    /// <summary>The value <c>last-changed-date</c>.</summary>
    public static readonly SortByType LastChangedDate = new("last-changed-date");

    /// <summary>The value <c>name</c>.</summary>
    public static readonly SortByType Name = new("name");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static SortByType FindValue(string value) => FindValue<SortByType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator SortByType(string value) => FindValue(value);
}
