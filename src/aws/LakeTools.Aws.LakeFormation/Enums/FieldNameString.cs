using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of FieldNameString. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<FieldNameString>))]
public class FieldNameString(string value) : ConstantClass(value), IWireConstant<FieldNameString>
{
    /// <summary>The value <c>RESOURCE_ARN</c>.</summary>
    public static readonly FieldNameString RESOURCE_ARN = new("RESOURCE_ARN");

    /// <summary>The value <c>ROLE_ARN</c>.</summary>
    public static readonly FieldNameString ROLE_ARN = new("ROLE_ARN");

    /// <summary>The value <c>LAST_MODIFIED</c>.</summary>
    public static readonly FieldNameString LAST_MODIFIED = new("LAST_MODIFIED");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static FieldNameString FindValue(string value) => FindValue<FieldNameString>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator FieldNameString(string value) => FindValue(value);
}
