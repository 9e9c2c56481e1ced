using LakeTools.Help.Markdown;

namespace LakeTools.Help.Output;

/// <summary>Makes about_X.help.txt, as Get-Help finds it, of a page.</summary>
internal static class AboutTopic
{
    private const int Width = 79;
    private const string Indent = "    ";

    /// <summary>The topics: the pages of docs/about, and the pages of docs that are a topic as well.</summary>
    public static IReadOnlyDictionary<string, string> Files(string docs) =>
        Directory.GetFiles(Path.Combine(docs, "about"), "about_*.md").ToDictionary(file => Path.GetFileNameWithoutExtension(file))
            .Append(new("about_LakeDefinitions", Path.Combine(docs, "definitions.md")))
            .Append(new("about_LakeVault", Path.Combine(docs, "secret-vault.md")))
            .ToDictionary();

    /// <summary>The topic's text.</summary>
    /// <param name="name">The topic's name, such as about_LakeSecrets.</param>
    /// <param name="file">The page: a title, one paragraph that is the short description, and sections.</param>
    public static string Render(string name, string file)
    {
        var blocks = MarkdownReader.Read(file);
        if (blocks is not [Heading { Level: 1 } title, Paragraph summary, Heading { Level: 2 }, ..])
            throw new PageException(file, 1, "A topic begins with '# ', one paragraph that is its short description, and a section '## '.");
        var lines = new List<string> { "TOPIC", Indent + name };
        Block before = title;
        foreach (var block in blocks.Skip(1).Prepend(new Heading(summary.Line, 2, "Short description")))
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
