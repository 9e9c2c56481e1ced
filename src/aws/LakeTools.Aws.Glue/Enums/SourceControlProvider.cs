using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of SourceControlProvider. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<SourceControlProvider>))]
public class SourceControlProvider(string value) : ConstantClass(value), IWireConstant<SourceControlProvider>
{
    /// <summary>The value <c>GITHUB</c>.</summary>
    public static readonly SourceControlProvider GITHUB = new("GITHUB");

    /// <summary>The value <c>GITLAB</c>.</summary>
    public static readonly SourceControlProvider GITLAB = new("GITLAB");

    /// <summary>The value <c>BITBUCKET</c>.</summary>
    public static readonly SourceControlProvider BITBUCKET = new("BITBUCKET");

    /// <summary>The value <c>AWS_CODE_COMMIT</c>.</summary>
    public static readonly SourceControlProvider AWS_CODE_COMMIT = new("AWS_CODE_COMMIT");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static SourceControlProvider FindValue(string value) => FindValue<SourceControlProvider>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator SourceControlProvider(string value) => FindValue(value);
}
