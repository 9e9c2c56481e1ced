using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of OAuth2GrantType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<OAuth2GrantType>))]
public class OAuth2GrantType(string value) : ConstantClass(value), IWireConstant<OAuth2GrantType>
{
    /// <summary>The value <c>AUTHORIZATION_CODE</c>.</summary>
    public static readonly OAuth2GrantType AUTHORIZATION_CODE = new("AUTHORIZATION_CODE");

    /// <summary>The value <c>CLIENT_CREDENTIALS</c>.</summary>
    public static readonly OAuth2GrantType CLIENT_CREDENTIALS = new("CLIENT_CREDENTIALS");

    /// <summary>The value <c>JWT_BEARER</c>.</summary>
    public static readonly OAuth2GrantType JWT_BEARER = new("JWT_BEARER");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static OAuth2GrantType FindValue(string value) => FindValue<OAuth2GrantType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator OAuth2GrantType(string value) => FindValue(value);
}
