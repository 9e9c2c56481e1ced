using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of CredentialsScope. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<CredentialsScope>))]
public class CredentialsScope(string value) : ConstantClass(value), IWireConstant<CredentialsScope>
{
    /// <summary>The value <c>READ</c>.</summary>
    public static readonly CredentialsScope READ = new("READ");

    /// <summary>The value <c>READWRITE</c>.</summary>
    public static readonly CredentialsScope READWRITE = new("READWRITE");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static CredentialsScope FindValue(string value) => FindValue<CredentialsScope>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator CredentialsScope(string value) => FindValue(value);
}
