using System.Globalization;
using System.Text.Json.Nodes;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>One condition of ListResources. LAST_MODIFIED compares seconds since 1970; the other fields compare as text.</summary>
internal sealed record LocationCondition(string Field, string Operator, IReadOnlyList<string> Values)
{
    private const string LastModified = "LAST_MODIFIED";

    public static LocationCondition Read(JsonObject condition)
    {
        var field = condition.Text("Field") ?? throw LakeFormationErrors.Invalid("A filter condition must have a Field.");
        var comparison = condition.Text("ComparisonOperator")
            ?? throw LakeFormationErrors.Invalid("A filter condition must have a ComparisonOperator.");
        if (condition.Texts("StringValueList") is not { Count: > 0 } values)
            throw LakeFormationErrors.Invalid("A filter condition must have values.");
        if (field == LastModified)
            values = values.ConvertAll(value => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? Padded(seconds) : throw LakeFormationErrors.Invalid($"A value of {LastModified} is a number of seconds since 1970."));
        return new LocationCondition(field, comparison, values);
    }

    public bool Holds(LakeLocationRecord location)
    {
        var actual = Field switch
        {
            "RESOURCE_ARN" => location.Arn,
            "ROLE_ARN" => location.RoleArn,
            _ => Padded(location.Modified / 1000),
        };
        int Compare(int index) => string.CompareOrdinal(actual, Values[index]);
        return Operator switch
        {
            "EQ" => Compare(0) == 0,
            "NE" => Compare(0) != 0,
            "LT" => Compare(0) < 0,
            "LE" => Compare(0) <= 0,
            "GT" => Compare(0) > 0,
            "GE" => Compare(0) >= 0,
            "CONTAINS" => actual.Contains(Values[0], StringComparison.Ordinal),
            "NOT_CONTAINS" => !actual.Contains(Values[0], StringComparison.Ordinal),
            "BEGINS_WITH" => actual.StartsWith(Values[0], StringComparison.Ordinal),
            "IN" => Values.Contains(actual),
            "BETWEEN" when Values.Count == 2 => Compare(0) >= 0 && Compare(1) <= 0,
            _ => throw LakeFormationErrors.Invalid($"The operator {Operator} does not take {Values.Count} values."),
        };
    }

    private static string Padded(long seconds) => seconds.ToString("D19", CultureInfo.InvariantCulture);
}
