using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of SourceControlAuthStrategy. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<SourceControlAuthStrategy>))]
public class SourceControlAuthStrategy(string value) : ConstantClass(value), IWireConstant<SourceControlAuthStrategy>
{
    /// <summary>The value <c>PERSONAL_ACCESS_TOKEN</c>.</summary>
    public static readonly SourceControlAuthStrategy PERSONAL_ACCESS_TOKEN = new("PERSONAL_ACCESS_TOKEN");

    /// <summary>The value <c>AWS_SECRETS_MANAGER</c>.</summary>
    public static readonly SourceControlAuthStrategy AWS_SECRETS_MANAGER = new("AWS_SECRETS_MANAGER");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static SourceControlAuthStrategy FindValue(string value) => FindValue<SourceControlAuthStrategy>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator SourceControlAuthStrategy(string value) => FindValue(value);
}
