using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.Glue;

/// <summary>The values of ViewDialect. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ViewDialect>))]
public class ViewDialect(string value) : ConstantClass(value), IWireConstant<ViewDialect>
{
    /// <summary>The value <c>REDSHIFT</c>.</summary>
    public static readonly ViewDialect REDSHIFT = new("REDSHIFT");

    /// <summary>The value <c>ATHENA</c>.</summary>
    public static readonly ViewDialect ATHENA = new("ATHENA");

    /// <summary>The value <c>SPARK</c>.</summary>
    public static readonly ViewDialect SPARK = new("SPARK");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ViewDialect FindValue(string value) => FindValue<ViewDialect>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ViewDialect(string value) => FindValue(value);
}
