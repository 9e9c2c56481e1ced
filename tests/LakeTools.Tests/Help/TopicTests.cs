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
            # about_Things

            ## Short description

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

    [Fact]
    public void Lines_are_no_longer_than_a_console_shows()
    {
        var word = string.Join(' ', Enumerable.Repeat("words", 60));
        var text = Render($"# about_Things\n\n## Short description\n\nShort.\n\n## Long description\n\n{word}\n\n- {word}\n\n| a | "
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
        return AboutTopic.Render(file);
    }
}
