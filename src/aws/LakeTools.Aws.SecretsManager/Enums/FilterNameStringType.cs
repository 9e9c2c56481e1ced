using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.SecretsManager;

/// <summary>The values of FilterNameStringType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<FilterNameStringType>))]
public class FilterNameStringType(string value) : ConstantClass(value), IWireConstant<FilterNameStringType>
{
    /// <summary>The value <c>description</c>.</summary>
    public static readonly FilterNameStringType Description = new("description");

    /// <summary>The value <c>name</c>.</summary>
    public static readonly FilterNameStringType Name = new("name");

    /// <summary>The value <c>tag-key</c>.</summary>
    public static readonly FilterNameStringType TagKey = new("tag-key");

    /// <summary>The value <c>tag-value</c>.</summary>
    public static readonly FilterNameStringType TagValue = new("tag-value");

    /// <summary>The value <c>primary-region</c>.</summary>
    public static readonly FilterNameStringType PrimaryRegion = new("primary-region");

    /// <summary>The value <c>owning-service</c>.</summary>
    public static readonly FilterNameStringType OwningService = new("owning-service");

    /// <summary>The value <c>all</c>.</summary>
    public static readonly FilterNameStringType All = new("all");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static FilterNameStringType FindValue(string value) => FindValue<FilterNameStringType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator FilterNameStringType(string value) => FindValue(value);
}
