using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of CrawlState. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<CrawlState>))]
public class CrawlState(string value) : ConstantClass(value), IWireConstant<CrawlState>
{
    /// <summary>The value <c>RUNNING</c>.</summary>
    public static readonly CrawlState RUNNING = new("RUNNING");

    /// <summary>The value <c>CANCELLING</c>.</summary>
    public static readonly CrawlState CANCELLING = new("CANCELLING");

    /// <summary>The value <c>CANCELLED</c>.</summary>
    public static readonly CrawlState CANCELLED = new("CANCELLED");

    /// <summary>The value <c>SUCCEEDED</c>.</summary>
    public static readonly CrawlState SUCCEEDED = new("SUCCEEDED");

    /// <summary>The value <c>FAILED</c>.</summary>
    public static readonly CrawlState FAILED = new("FAILED");

    /// <summary>The value <c>ERROR</c>.</summary>
    public static readonly CrawlState ERROR = new("ERROR");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static CrawlState FindValue(string value) => FindValue<CrawlState>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator CrawlState(string value) => FindValue(value);
}
