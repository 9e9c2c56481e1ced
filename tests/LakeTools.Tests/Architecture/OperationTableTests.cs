using System.Text.RegularExpressions;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Architecture;

/// <summary>The pages of docs/embedded-lake, one for each service, name every operation that the lake supports, and no other.</summary>
public sealed partial class OperationTableTests
{
    /// <summary>The page of each service, by the service's signing name.</summary>
    private static readonly Dictionary<string, string> s_pages = new(StringComparer.Ordinal)
    {
        ["sts"] = "sts.md",
        ["iam"] = "iam.md",
        ["ec2"] = "ec2.md",
        ["s3"] = "s3.md",
        ["lakeformation"] = "lake-formation.md",
        ["ram"] = "ram.md",
        ["secretsmanager"] = "secrets-manager.md",
        ["glue"] = "glue.md",
        ["logs"] = "cloudwatch-logs.md",
        ["cloudtrail"] = "cloudtrail.md",
        ["athena"] = "athena.md",
    };

    [Fact]
    public void Every_operation_has_a_row_and_every_row_an_operation()
    {
        var told = s_pages.SelectMany(page => Told(page.Value).Select(name => $"{page.Key}:{name}")).ToList();
        Assert.Equal(told.Distinct().Count(), told.Count);
        var answered = AnsweredOperations.ByService().SelectMany(service => service.Value.Select(name => $"{service.Key}:{name}"));
        Assert.Equal(answered.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static List<string> Told(string page)
    {
        var (isTable, told) = (false, new List<string>());
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "docs", "embedded-lake", page)))
        {
            if (line.StartsWith("| operation |", StringComparison.Ordinal)) isTable = true;
            else if (!line.StartsWith('|')) isTable = false;
            else if (isTable) told.AddRange(line.Split('|')[1].Split(',').Select(cell => cell.Trim()).Where(cell => Name().IsMatch(cell)));
        }

        return told;
    }

    [GeneratedRegex("^[A-Z][A-Za-z0-9]+$")]
    private static partial Regex Name();
}
