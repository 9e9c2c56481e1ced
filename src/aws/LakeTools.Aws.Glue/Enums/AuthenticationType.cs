using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of AuthenticationType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<AuthenticationType>))]
public class AuthenticationType(string value) : ConstantClass(value), IWireConstant<AuthenticationType>
{
    /// <summary>The value <c>BASIC</c>.</summary>
    public static readonly AuthenticationType BASIC = new("BASIC");

    /// <summary>The value <c>OAUTH2</c>.</summary>
    public static readonly AuthenticationType OAUTH2 = new("OAUTH2");

    /// <summary>The value <c>CUSTOM</c>.</summary>
    public static readonly AuthenticationType CUSTOM = new("CUSTOM");

    /// <summary>The value <c>IAM</c>.</summary>
    public static readonly AuthenticationType IAM = new("IAM");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static AuthenticationType FindValue(string value) => FindValue<AuthenticationType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator AuthenticationType(string value) => FindValue(value);
}
