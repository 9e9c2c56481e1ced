using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of IcebergUpdateAction. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<IcebergUpdateAction>))]
public class IcebergUpdateAction(string value) : ConstantClass(value), IWireConstant<IcebergUpdateAction>
{
    /// <summary>The value <c>add-schema</c>.</summary>
    public static readonly IcebergUpdateAction AddSchema = new("add-schema");

    /// <summary>The value <c>set-current-schema</c>.</summary>
    public static readonly IcebergUpdateAction SetCurrentSchema = new("set-current-schema");

    /// <summary>The value <c>add-spec</c>.</summary>
    public static readonly IcebergUpdateAction AddSpec = new("add-spec");

    /// <summary>The value <c>set-default-spec</c>.</summary>
    public static readonly IcebergUpdateAction SetDefaultSpec = new("set-default-spec");

    /// <summary>The value <c>add-sort-order</c>.</summary>
    public static readonly IcebergUpdateAction AddSortOrder = new("add-sort-order");

    /// <summary>The value <c>set-default-sort-order</c>.</summary>
    public static readonly IcebergUpdateAction SetDefaultSortOrder = new("set-default-sort-order");

    /// <summary>The value <c>set-location</c>.</summary>
    public static readonly IcebergUpdateAction SetLocation = new("set-location");

    /// <summary>The value <c>set-properties</c>.</summary>
    public static readonly IcebergUpdateAction SetProperties = new("set-properties");

    /// <summary>The value <c>remove-properties</c>.</summary>
    public static readonly IcebergUpdateAction RemoveProperties = new("remove-properties");

    /// <summary>The value <c>add-encryption-key</c>.</summary>
    public static readonly IcebergUpdateAction AddEncryptionKey = new("add-encryption-key");

    /// <summary>The value <c>remove-encryption-key</c>.</summary>
    public static readonly IcebergUpdateAction RemoveEncryptionKey = new("remove-encryption-key");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static IcebergUpdateAction FindValue(string value) => FindValue<IcebergUpdateAction>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator IcebergUpdateAction(string value) => FindValue(value);
}
