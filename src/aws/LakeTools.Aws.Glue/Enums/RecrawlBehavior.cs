using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of RecrawlBehavior. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<RecrawlBehavior>))]
public class RecrawlBehavior(string value) : ConstantClass(value), IWireConstant<RecrawlBehavior>
{
    /// <summary>The value <c>CRAWL_EVERYTHING</c>.</summary>
    public static readonly RecrawlBehavior CRAWL_EVERYTHING = new("CRAWL_EVERYTHING");

    /// <summary>The value <c>CRAWL_NEW_FOLDERS_ONLY</c>.</summary>
    public static readonly RecrawlBehavior CRAWL_NEW_FOLDERS_ONLY = new("CRAWL_NEW_FOLDERS_ONLY");

    /// <summary>The value <c>CRAWL_EVENT_MODE</c>.</summary>
    public static readonly RecrawlBehavior CRAWL_EVENT_MODE = new("CRAWL_EVENT_MODE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static RecrawlBehavior FindValue(string value) => FindValue<RecrawlBehavior>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator RecrawlBehavior(string value) => FindValue(value);
}
