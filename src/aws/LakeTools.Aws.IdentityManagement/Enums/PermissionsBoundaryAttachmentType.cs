using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.IdentityManagement;

/// <summary>The values of PermissionsBoundaryAttachmentType. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<PermissionsBoundaryAttachmentType>))]
public class PermissionsBoundaryAttachmentType(string value) : ConstantClass(value), IWireConstant<PermissionsBoundaryAttachmentType>
{
    /// <summary>The value <c>PermissionsBoundaryPolicy</c>.</summary>
    public static readonly PermissionsBoundaryAttachmentType PermissionsBoundaryPolicy = new("PermissionsBoundaryPolicy");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static PermissionsBoundaryAttachmentType FindValue(string value) => FindValue<PermissionsBoundaryAttachmentType>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator PermissionsBoundaryAttachmentType(string value) => FindValue(value);
}
