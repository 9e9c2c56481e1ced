using System.Text.RegularExpressions;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Architecture;

/// <summary>docs/embedded-lake.md names every operation that the lake answers, and none that it does not.</summary>
public sealed partial class OperationTableTests
{
    private static readonly Dictionary<string, string> s_sections = new(StringComparer.Ordinal)
    {
        ["STS"] = "sts",
        ["IAM"] = "iam",
        ["EC2"] = "ec2",
        ["S3"] = "s3",
        ["Lake Formation"] = "lakeformation",
        ["Sharing"] = "ram",
        ["Secrets Manager"] = "secretsmanager",
        ["Glue catalog"] = "glue",
        ["Glue jobs"] = "glue",
        ["Glue records"] = "glue",
        ["CloudWatch Logs"] = "logs",
        ["CloudTrail"] = "cloudtrail",
    };

    [Fact]
    public void Every_operation_has_a_row_and_every_row_an_operation()
    {
        var told = Told();
        Assert.Equal(told.Distinct().Count(), told.Count);
        var answered = AnsweredOperations.ByService().SelectMany(service => service.Value.Select(name => $"{service.Key}:{name}"));
        Assert.Equal(answered.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static List<string> Told()
    {
        var (section, isTable, told) = ("", false, new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "embedded-lake.md")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) section = line[3..];
            if (line.StartsWith("| operation |", StringComparison.Ordinal)) isTable = true;
            else if (!line.StartsWith('|')) isTable = false;
            else if (isTable) told.AddRange(line.Split('|')[1].Split(',').Select(cell => cell.Trim()).Where(cell => Name().IsMatch(cell))
                .Select(name => $"{s_sections[section]}:{name}"));
        }

        return told;
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex Name();
}
