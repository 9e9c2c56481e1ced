using LakeTools.Help.Markdown;

namespace LakeTools.Help.Pages;

/// <summary>The texts of parameters that have one meaning for all commands: docs/common-parameters.md.</summary>
internal static class CommonParameters
{
    /// <summary>The texts by the parameters' names.</summary>
    /// <param name="docs">The folder of pages.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<Block>> Read(string docs)
    {
        var texts = new Dictionary<string, IReadOnlyList<Block>>();
        List<Block>? text = null;
        foreach (var block in MarkdownReader.Read(Path.Combine(docs, "common-parameters.md")))
        {
            if (block is Heading { Level: 3 } heading) texts.Add(heading.Text.TrimStart('-'), text = []);
            else text?.Add(block);
        }

        return texts;
    }
}
