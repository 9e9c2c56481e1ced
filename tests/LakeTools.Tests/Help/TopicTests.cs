using System.Text.RegularExpressions;
using LakeTools.Help.Markdown;
using LakeTools.Help.Output;

namespace LakeTools.Tests.Help;

/// <summary>The about_ topics: how they are rendered, and that what they say of the scripts is so.</summary>
public sealed class TopicTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_topic_is_text_for_a_console()
    {
        var text = Render("""
            # Things

            What `things` are.

            ## Long description

            - one
            - two

            | a | b |
            |---|---|
            | `x` | y \| z |

            ```powershell
            Get-Thing
            ```
            """);

        Assert.Equal("""
            TOPIC
                about_Things

            SHORT DESCRIPTION
                What things are.

            LONG DESCRIPTION
                - one
                - two

                a  b
                -  -----
                x  y | z

                    Get-Thing

            """, text);
    }

    /// <summary>
    /// The commands come from the manifests of AWS.Tools 5: all of LakeFormation and SecretsManager, and of Glue those of the catalog,
    /// connections, crawlers, triggers and jobs.
    /// </summary>
    [Fact]
    public void Every_command_of_AWS_Tools_is_mapped_to_one_that_is_there_or_to_none()
    {
        var rows = File.ReadLines(Path.Combine(Repository.Root, "docs", "about", "about_LakeFromAwsTools.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|')).ToList();
        var mapped = rows.SelectMany(row => Commands(row[0])).ToList();
        Assert.Equal(mapped.Distinct(), mapped);
        Assert.Empty(File.ReadLines(Path.Combine(Repository.Root, "tests", "LakeTools.Tests", "Help", "aws-tools-commands.txt"))
            .Except(mapped));

        var manifest = File.ReadAllText(Path.Combine(Repository.Root, "module", "LakeTools.psd1"));
        Assert.All(rows, row =>
        {
            var here = Commands(row[1]).ToList();
            Assert.True(here.Count > 0 || row[1].Contains("none", StringComparison.Ordinal), row[0]);
            Assert.All(here, name => Assert.Contains($"'{name}'", manifest));
        });

        static IEnumerable<string> Commands(string cell) => Regex.Matches(cell, "`([A-Z][a-z]+-[A-Z][A-Za-z0-9]+)[` ]")
            .Select(match => match.Groups[1].Value);
    }

    [Fact]
    public void Lines_are_no_longer_than_a_console_shows()
    {
        var word = string.Join(' ', Enumerable.Repeat("words", 60));
        var text = Render($"# Things\n\nShort.\n\n## Long description\n\n{word}\n\n- {word}\n\n| a | "
            + $"b |\n|---|---|\n| {word} | {word} |\n");
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 79));
    }

    [Theory]
    [InlineData("about_LakeFromBoto3.md")]
    [InlineData("../ja/boto3.md")]
    public void Every_script_is_named_with_commands_that_it_has(string topic)
    {
        var rows = MarkdownReader.Read(Path.Combine(Repository.Root, "docs/about", topic)).OfType<Table>().SelectMany(table => table.Rows)
            .Where(row => Regex.IsMatch(row[0], @"^s\d\d-")).ToDictionary(row => row[0], row => row[1]);
        var scripts = Directory.GetFiles(Path.Combine(Repository.Root, "examples"), "s*-*.ps1")
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file));
        Assert.Equal(scripts.Keys.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, file) in scripts)
        {
            var code = File.ReadAllText(file);
            Assert.All(Regex.Matches(rows[name], "`([^`]+)`"), command =>
                Assert.Contains(command.Groups[1].Value, code, StringComparison.Ordinal));
        }
    }

    private string Render(string page)
    {
        var file = Path.Combine(_folder.Path, "about_Things.md");
        File.WriteAllText(file, page);
        return AboutTopic.Render("about_Things", file);
    }
}
