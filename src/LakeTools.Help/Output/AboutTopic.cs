using LakeTools.Help.Markdown;

namespace LakeTools.Help.Output;

/// <summary>Makes about_X.help.txt, as Get-Help finds it, of docs/about/about_X.md.</summary>
internal static class AboutTopic
{
    private const int Width = 79;
    private const string Indent = "    ";

    /// <summary>The topic's text.</summary>
    public static string Render(string file)
    {
        var blocks = MarkdownReader.Read(file);
        var name = Path.GetFileNameWithoutExtension(file);
        if (blocks is not [Heading { Level: 1 } title, Heading { Level: 2, Text: "Short description" }, Paragraph, Heading { Level: 2 }, ..]
            || title.Text != name)
            throw new PageException(file, 1, $"A topic begins with '# {name}', '## Short description', one paragraph, and another '## '.");
        var lines = new List<string> { "TOPIC", Indent + name };
        Block before = title;
        foreach (var block in blocks.Skip(1))
        {
            if (block is Heading || before is not Heading) lines.Add("");
            lines.AddRange(block is Heading heading ? [Head(heading)] : TextRenderer.Lines(block, Width - Indent.Length).Select(Indented));
            before = block;
        }

        return string.Join('\n', lines) + "\n";
    }

    private static string Head(Heading heading) =>
        heading.Level == 2 ? PlainText.Of(heading.Text).ToUpperInvariant() : "  " + PlainText.Of(heading.Text);

    private static string Indented(string line) => line.Length == 0 ? line : Indent + line;
}
