using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of Permission. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<Permission>))]
public class Permission(string value) : ConstantClass(value), IWireConstant<Permission>
{
    /// <summary>The value <c>ALL</c>.</summary>
    public static readonly Permission ALL = new("ALL");

    /// <summary>The value <c>SELECT</c>.</summary>
    public static readonly Permission SELECT = new("SELECT");

    /// <summary>The value <c>ALTER</c>.</summary>
    public static readonly Permission ALTER = new("ALTER");

    /// <summary>The value <c>DROP</c>.</summary>
    public static readonly Permission DROP = new("DROP");

    /// <summary>The value <c>DELETE</c>.</summary>
    public static readonly Permission DELETE = new("DELETE");

    /// <summary>The value <c>INSERT</c>.</summary>
    public static readonly Permission INSERT = new("INSERT");

    /// <summary>The value <c>DESCRIBE</c>.</summary>
    public static readonly Permission DESCRIBE = new("DESCRIBE");

    /// <summary>The value <c>CREATE_DATABASE</c>.</summary>
    public static readonly Permission CREATE_DATABASE = new("CREATE_DATABASE");

    /// <summary>The value <c>CREATE_TABLE</c>.</summary>
    public static readonly Permission CREATE_TABLE = new("CREATE_TABLE");

    /// <summary>The value <c>DATA_LOCATION_ACCESS</c>.</summary>
    public static readonly Permission DATA_LOCATION_ACCESS = new("DATA_LOCATION_ACCESS");

    /// <summary>The value <c>CREATE_LF_TAG</c>.</summary>
    public static readonly Permission CREATE_LF_TAG = new("CREATE_LF_TAG");

    /// <summary>The value <c>ASSOCIATE</c>.</summary>
    public static readonly Permission ASSOCIATE = new("ASSOCIATE");

    /// <summary>The value <c>GRANT_WITH_LF_TAG_EXPRESSION</c>.</summary>
    public static readonly Permission GRANT_WITH_LF_TAG_EXPRESSION = new("GRANT_WITH_LF_TAG_EXPRESSION");

    /// <summary>The value <c>CREATE_LF_TAG_EXPRESSION</c>.</summary>
    public static readonly Permission CREATE_LF_TAG_EXPRESSION = new("CREATE_LF_TAG_EXPRESSION");

    /// <summary>The value <c>CREATE_CATALOG</c>.</summary>
    public static readonly Permission CREATE_CATALOG = new("CREATE_CATALOG");

    /// <summary>The value <c>SUPER_USER</c>.</summary>
    public static readonly Permission SUPER_USER = new("SUPER_USER");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static Permission FindValue(string value) => FindValue<Permission>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator Permission(string value) => FindValue(value);
}
