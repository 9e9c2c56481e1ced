using LakeTools.Help.Markdown;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>A page with examples that run in order in one fresh folder.</summary>
/// <param name="Name">The page's name.</param>
/// <param name="Examples">The examples; of what follows a code, a block <c>text</c> is what it shows.</param>
/// <param name="Data">A folder that lies in the fresh one as examples; null for none.</param>
internal sealed record ExamplePage(string Name, IReadOnlyList<Example> Examples, string? Data = null)
{
    private static readonly string s_docs = Path.Combine(Repository.Root, "docs");

    /// <summary>Every cmdlet's page, and every about_ topic.</summary>
    public static IReadOnlyList<ExamplePage> All() =>
    [
        .. Directory.GetFiles(s_docs, "*-*.md").Where(file => char.IsUpper(Path.GetFileName(file)[0])).Order(StringComparer.Ordinal)
            .Select(CmdletPageReader.Read).Select(page => new ExamplePage(page.Name, page.Examples)),
        .. Directory.GetFiles(Path.Combine(s_docs, "about"), "*.md").Order(StringComparer.Ordinal).Select(file => OfTopic(file)),
        OfTopic(Path.Combine(Repository.Root, "README.md"), Path.Combine(Repository.Root, "examples")),
    ];

    private static ExamplePage OfTopic(string file, string? data = null)
    {
        var examples = new List<Example>();
        var title = "";
        foreach (var block in MarkdownReader.Read(file))
        {
            if (block is Heading heading) title = heading.Text;
            if (block is Code { Info: "text" } shown) examples[^1] = examples[^1] with { Remarks = [shown] };
            else if (block is Code code && code.Info.StartsWith("powershell", StringComparison.Ordinal))
                examples.Add(new Example(title, code, []));
        }

        return new ExamplePage(Path.GetFileNameWithoutExtension(file), examples, data);
    }
}
