using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of CrawlerLineageSettings. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<CrawlerLineageSettings>))]
public class CrawlerLineageSettings(string value) : ConstantClass(value), IWireConstant<CrawlerLineageSettings>
{
    /// <summary>The value <c>ENABLE</c>.</summary>
    public static readonly CrawlerLineageSettings ENABLE = new("ENABLE");

    /// <summary>The value <c>DISABLE</c>.</summary>
    public static readonly CrawlerLineageSettings DISABLE = new("DISABLE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static CrawlerLineageSettings FindValue(string value) => FindValue<CrawlerLineageSettings>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator CrawlerLineageSettings(string value) => FindValue(value);
}
