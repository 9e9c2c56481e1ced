using System.Text.RegularExpressions;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>
/// The tables of docs/README.md list every command once, with the synopsis of its page. <c>LAKETOOLS_ACCEPT=1</c> writes the synopses;
/// the table that a new command belongs to is for a person to choose.
/// </summary>
public sealed partial class CommandTableTests
{
    private static readonly string s_file = Path.Combine(Repository.Root, "docs", "README.md");

    [Fact]
    public void Every_command_stands_once_with_its_synopsis()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*-*.md")
            .Where(file => char.IsUpper(Path.GetFileName(file)[0])).Select(CmdletPageReader.Read)
            .ToDictionary(page => page.Name, page => page.Synopsis);
        Assert.NotEmpty(pages);
        var text = File.ReadAllText(s_file);
        var right = Row().Replace(text, row => pages.TryGetValue(row.Groups["name"].Value, out var synopsis)
            ? $"{row.Groups["head"].Value} {synopsis} |" : row.Value);
        if (Environment.GetEnvironmentVariable("LAKETOOLS_ACCEPT") == "1" && right != text) File.WriteAllText(s_file, text = right);
        Assert.Equal(
            pages.Keys.Order(StringComparer.Ordinal),
            Row().Matches(text).Select(row => row.Groups["name"].Value).Order(StringComparer.Ordinal));
        Assert.Equal(right, text);
    }

    [GeneratedRegex(@"^(?<head>\| \[(?<name>[A-Z]\w+-\w+)\]\(\k<name>\.md\) \|)[^\n]* \|\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
