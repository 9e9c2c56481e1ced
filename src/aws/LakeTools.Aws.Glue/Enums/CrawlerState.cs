using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of CrawlerState. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<CrawlerState>))]
public class CrawlerState(string value) : ConstantClass(value), IWireConstant<CrawlerState>
{
    /// <summary>The value <c>READY</c>.</summary>
    public static readonly CrawlerState READY = new("READY");

    /// <summary>The value <c>RUNNING</c>.</summary>
    public static readonly CrawlerState RUNNING = new("RUNNING");

    /// <summary>The value <c>STOPPING</c>.</summary>
    public static readonly CrawlerState STOPPING = new("STOPPING");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static CrawlerState FindValue(string value) => FindValue<CrawlerState>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator CrawlerState(string value) => FindValue(value);
}
