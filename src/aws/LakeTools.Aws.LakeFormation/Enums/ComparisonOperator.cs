using System.Text.Json.Serialization;
using Amazon.Runtime;
using LakeTools.Aws.Runtime.Json;

namespace Amazon.LakeFormation;

/// <summary>The values of ComparisonOperator. A value that is not among them is taken as it is.</summary>
/// <param name="value">The value on the wire.</param>
[JsonConverter(typeof(ConstantConverter<ComparisonOperator>))]
public class ComparisonOperator(string value) : ConstantClass(value), IWireConstant<ComparisonOperator>
{
    /// <summary>The value <c>EQ</c>.</summary>
    public static readonly ComparisonOperator EQ = new("EQ");

    /// <summary>The value <c>NE</c>.</summary>
    public static readonly ComparisonOperator NE = new("NE");

    /// <summary>The value <c>LE</c>.</summary>
    public static readonly ComparisonOperator LE = new("LE");

    /// <summary>The value <c>LT</c>.</summary>
    public static readonly ComparisonOperator LT = new("LT");

    /// <summary>The value <c>GE</c>.</summary>
    public static readonly ComparisonOperator GE = new("GE");

    /// <summary>The value <c>GT</c>.</summary>
    public static readonly ComparisonOperator GT = new("GT");

    /// <summary>The value <c>CONTAINS</c>.</summary>
    public static readonly ComparisonOperator CONTAINS = new("CONTAINS");

    /// <summary>The value <c>NOT_CONTAINS</c>.</summary>
    public static readonly ComparisonOperator NOT_CONTAINS = new("NOT_CONTAINS");

    /// <summary>The value <c>BEGINS_WITH</c>.</summary>
    public static readonly ComparisonOperator BEGINS_WITH = new("BEGINS_WITH");

    /// <summary>The value <c>IN</c>.</summary>
    public static readonly ComparisonOperator IN = new("IN");

    /// <summary>The value <c>BETWEEN</c>.</summary>
    public static readonly ComparisonOperator BETWEEN = new("BETWEEN");

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    /// <returns>The constant.</returns>
    public static ComparisonOperator FindValue(string value) => FindValue<ComparisonOperator>(value);

    /// <summary>The constant for a value.</summary>
    /// <param name="value">The value on the wire.</param>
    public static implicit operator ComparisonOperator(string value) => FindValue(value);
}
