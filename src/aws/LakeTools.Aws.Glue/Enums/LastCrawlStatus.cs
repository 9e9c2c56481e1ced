using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of LastCrawlStatus. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<LastCrawlStatus>))]
public class LastCrawlStatus(string value) : ConstantClass(value), IWireConstant<LastCrawlStatus>
{
    /// <summary>The value <c>SUCCEEDED</c>.</summary>
    public static readonly LastCrawlStatus SUCCEEDED = new("SUCCEEDED");

    /// <summary>The value <c>CANCELLED</c>.</summary>
    public static readonly LastCrawlStatus CANCELLED = new("CANCELLED");

    /// <summary>The value <c>FAILED</c>.</summary>
    public static readonly LastCrawlStatus FAILED = new("FAILED");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static LastCrawlStatus FindValue(string value) => FindValue<LastCrawlStatus>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator LastCrawlStatus(string value) => FindValue(value);
}
