using LakeTools.Help.Markdown;
using LakeTools.Help.Output;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>A page with examples that run in order in one fresh folder.</summary>
/// <param name="Name">The page's name.</param>
/// <param name="Examples">The examples; of what follows a code, a block <c>text</c> is what it shows.</param>
/// <param name="Data">A folder that lies in the fresh one as examples; null for none.</param>
internal sealed record ExamplePage(string Name, IReadOnlyList<Example> Examples, string? Data = null)
{
    private static readonly string s_docs = Path.Combine(Repository.Root, "docs");

    /// <summary>Every cmdlet's page, every topic of Get-Help, README, the tutorial and the how-to guides.</summary>
    public static IReadOnlyList<ExamplePage> All() =>
    [
        .. Directory.GetFiles(s_docs, "*-*.md").Where(file => char.IsUpper(Path.GetFileName(file)[0])).Order(StringComparer.Ordinal)
            .Select(CmdletPageReader.Read).Select(page => Of(page.Name, page.Examples)),
        .. AboutTopic.Files(s_docs).OrderBy(topic => topic.Key, StringComparer.Ordinal).Select(topic => OfText(topic.Key, topic.Value)),
        OfText("README", Path.Combine(Repository.Root, "README.md")),
        OfText("tutorial", Path.Combine(s_docs, "tutorial.md")),
        .. Directory.GetFiles(Path.Combine(s_docs, "how-to"), "*.md").Order(StringComparer.Ordinal)
            .Select(file => OfText(Path.GetFileNameWithoutExtension(file), file)),
    ];

    /// <summary>The repository's examples are there for a page that names them.</summary>
    private static ExamplePage Of(string name, IReadOnlyList<Example> examples) => new(name, examples,
        examples.Any(example => example.Code.Lines.Any(line => line.Contains("./examples/", StringComparison.Ordinal)))
            ? Path.Combine(Repository.Root, "examples") : null);

    private static ExamplePage OfText(string name, string file)
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

        return Of(name, examples);
    }
}
