using System.Text.RegularExpressions;
using LakeTools.Help.Markdown;
using LakeTools.Local.Iam;
using LakeTools.Local.Identity;
using LakeTools.Local.LakeFormation.Operations;

namespace LakeTools.Tests.Help;

/// <summary>
/// Each policy of docs/iam.md is valid by IAM's grammar, and the embedded lake's policy evaluator allows with it every call that the
/// commands of its section make in the examples. A section names commands, or a runbook whose commands they are.
/// </summary>
public sealed partial class PolicyPageTests
{
    private static readonly IReadOnlyList<Section> s_sections = Read();

    public static TheoryData<string> Sections => new(s_sections.Select(section => section.Title));

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task A_policy_allows_what_its_commands_call(string title)
    {
        var (_, commands, policy) = s_sections.Single(section => section.Title == title);
        Assert.NotEmpty(commands);
        Assert.Null(PolicyDocument.Fault(policy, PolicyKind.Identity));
        var calls = await ExampleRun.CallsAsync();
        var actions = commands.SelectMany(command => calls[command]).SelectMany(IamActions.Of).Distinct();
        Assert.Empty(actions.Where(action => !Allows(policy, action)).Order(StringComparer.Ordinal));
    }

    /// <summary>The evaluator must be able to say no.</summary>
    [Fact]
    public void A_policy_does_not_allow_everything() => Assert.All(
        s_sections, section => Assert.False(Allows(section.Policy, "s3:DeleteBucket"), section.Title));

    private static bool Allows(string policy, string action)
    {
        var buckets = BucketArn().Matches(policy).Select(match => match.Groups[1].Value).Append("other").Distinct();
        return buckets.Any(bucket => new[] { true, false }.Any(isOfBucket =>
            S3Policy.Allows(policy, new ObjectAction(action, ActionKind.Other, isOfBucket), bucket, "key")));
    }

    private static List<Section> Read()
    {
        var (sections, title, words) = (new List<Section>(), "", "");
        foreach (var block in MarkdownReader.Read(Path.Combine(Repository.Root, "docs", "iam.md")))
        {
            if (block is Heading heading) (title, words) = (heading.Text, "");
            else if (block is Paragraph paragraph && Names().IsMatch(paragraph.Text)) words = paragraph.Text;
            else if (block is Code { Info: "json" } code)
                sections.Add(new Section(title, CommandsOf(words), string.Join('\n', code.Lines)));
        }

        return sections;
    }

    private static List<string> CommandsOf(string words)
    {
        var text = Runbook().Match(words) is { Success: true } runbook
            ? File.ReadAllText(Path.Combine(Repository.Root, "docs", runbook.Groups[1].Value)) : words;
        return [.. Command().Matches(text).Select(match => match.Value).Where(name => name != "Connect-Lake").Distinct()];
    }

    private sealed record Section(string Title, IReadOnlyList<string> Commands, string Policy);

    [GeneratedRegex("^(Commands: |For the runbook )")]
    private static partial Regex Names();

    [GeneratedRegex(@"\(([^)]+\.ps1)\)")]
    private static partial Regex Runbook();

    [GeneratedRegex(@"\b[A-Z][a-z]+-(?:Lake|Glue)[A-Za-z]*\b")]
    private static partial Regex Command();

    [GeneratedRegex(@"arn:aws:s3:::([a-z0-9-]+)")]
    private static partial Regex BucketArn();
}
