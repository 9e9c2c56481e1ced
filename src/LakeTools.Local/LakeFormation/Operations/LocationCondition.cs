using System.Text.Json.Nodes;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>One condition of ListResources. LAST_MODIFIED compares seconds since 1970; the other fields compare as text.</summary>
internal sealed record LocationCondition(string Field, string Operator, IReadOnlyList<string> Values)
{
    public static LocationCondition Read(JsonObject condition) => new(
        condition.Text("Field") ?? throw LakeFormationErrors.Invalid("A filter condition must have a Field."),
        condition.Text("ComparisonOperator") ?? throw LakeFormationErrors.Invalid("A filter condition must have a ComparisonOperator."),
        condition.Texts("StringValueList") is { Count: > 0 } values
            ? values : throw LakeFormationErrors.Invalid("A filter condition must have values."));

    public bool Holds(LakeLocationRecord location)
    {
        var actual = Field switch
        {
            "RESOURCE_ARN" => location.Arn,
            "ROLE_ARN" => location.RoleArn,
            _ => (location.Modified / 1000).ToString("D12", System.Globalization.CultureInfo.InvariantCulture),
        };
        var values = Field == "LAST_MODIFIED" ? Values.Select(value => value.PadLeft(12, '0')).ToList() : [.. Values];
        int Compare(int index) => string.CompareOrdinal(actual, values[index]);
        return Operator switch
        {
            "EQ" => Compare(0) == 0,
            "NE" => Compare(0) != 0,
            "LT" => Compare(0) < 0,
            "LE" => Compare(0) <= 0,
            "GT" => Compare(0) > 0,
            "GE" => Compare(0) >= 0,
            "CONTAINS" => actual.Contains(values[0], StringComparison.Ordinal),
            "NOT_CONTAINS" => !actual.Contains(values[0], StringComparison.Ordinal),
            "BEGINS_WITH" => actual.StartsWith(values[0], StringComparison.Ordinal),
            "IN" => values.Contains(actual),
            "BETWEEN" when values.Count == 2 => Compare(0) >= 0 && Compare(1) <= 0,
            _ => throw LakeFormationErrors.Invalid($"The operator {Operator} does not take {values.Count} values."),
        };
    }
}
