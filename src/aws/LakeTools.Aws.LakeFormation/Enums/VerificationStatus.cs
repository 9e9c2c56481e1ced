using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of VerificationStatus. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<VerificationStatus>))]
public class VerificationStatus(string value) : ConstantClass(value), IWireConstant<VerificationStatus>
{
    /// <summary>The value <c>VERIFIED</c>.</summary>
    public static readonly VerificationStatus VERIFIED = new("VERIFIED");

    /// <summary>The value <c>VERIFICATION_FAILED</c>.</summary>
    public static readonly VerificationStatus VERIFICATION_FAILED = new("VERIFICATION_FAILED");

    /// <summary>The value <c>NOT_VERIFIED</c>.</summary>
    public static readonly VerificationStatus NOT_VERIFIED = new("NOT_VERIFIED");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static VerificationStatus FindValue(string value) => FindValue<VerificationStatus>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator VerificationStatus(string value) => FindValue(value);
}
