using System.Text.RegularExpressions;
using LakeTools.Help.Markdown;

namespace LakeTools.Help.Pages;

/// <summary>Reads a cmdlet's page. It has one form; what departs from it is an error that says where and how.</summary>
internal sealed partial class CmdletPageReader
{
    private static readonly string[] s_sections =
        ["Synopsis", "Description", "Syntax", "Parameters", "Inputs", "Outputs", "Errors", "Examples"];

    /// <summary>The section that a page may lack. It is before the examples.</summary>
    private const string Notes = "Notes";

    private readonly string _file;
    private int _read;
    private readonly Dictionary<string, Section> _sections = [];

    private CmdletPageReader(string file)
    {
        _file = file;
        var blocks = MarkdownReader.Read(file);
        var name = Path.GetFileNameWithoutExtension(file);
        if (blocks is not [Heading { Level: 1 } title, ..] || title.Text != name) throw Problem(1, $"The first line is to be '# {name}'.");
        Section? section = null;
        foreach (var block in blocks.Skip(1))
        {
            if (block is Heading { Level: < 3 } heading) _sections.Add(heading.Text, section = Open(heading));
            else if (section is null) throw Problem(block.Line, "The first section is to be '## Synopsis'.");
            else section.Blocks.Add(block);
        }

        if (_read < s_sections.Length) throw Problem(1, $"The section '## {s_sections[_read]}' is missing.");
    }

    /// <summary>Reads a page.</summary>
    public static CmdletPage Read(string file) => new CmdletPageReader(file).Read();

    private CmdletPage Read() => new(
        Path.GetFileNameWithoutExtension(_file),
        _sections["Synopsis"].Blocks is [Paragraph synopsis]
            ? PlainText.Of(synopsis.Text) : throw Problem("Synopsis", "is to be one paragraph"),
        WithoutHeadings("Description"),
        _sections["Syntax"].Blocks is [Code { Info: "powershell" } syntax]
            ? syntax : throw Problem("Syntax", "is to be one block ```powershell"),
        [.. Parts("Parameters").Select(ReadParameter)],
        WithoutHeadings("Inputs"),
        WithoutHeadings("Outputs"),
        ReadErrors(),
        _sections.ContainsKey(Notes) ? WithoutHeadings(Notes) : [],
        [.. Parts("Examples").Select(ReadExample)]);

    private Section Open(Heading heading)
    {
        var expected = _read < s_sections.Length ? s_sections[_read] : null;
        if (heading.Level == 2 && heading.Text == Notes && expected == "Examples") return new Section(heading, []);
        if (heading.Level == 2 && heading.Text == expected)
        {
            _read++;
            return new Section(heading, []);
        }

        var right = expected is null ? "the page is to end" : $"'## {expected}' is to stand";
        throw Problem(heading.Line, $"'{heading.Text}' stands where {right}.");
    }

    private ParameterText ReadParameter(Section part)
    {
        if (ParameterForm().Match(part.Heading.Text) is not { Success: true } form)
            throw Problem(part.Heading.Line, $"'{part.Heading.Text}' is to be a parameter's name, such as '### -Name'.");
        return new ParameterText(form.Groups[1].Value, part.Blocks);
    }

    private Example ReadExample(Section part)
    {
        var codes = part.Blocks.OfType<Code>().ToList();
        if (codes is not [var code] || !ExampleForm().IsMatch(code.Info))
            throw Problem(part.Heading.Line, "An example has one block, ```powershell or ```powershell no-run=why-not.");
        return new Example(PlainText.Of(part.Heading.Text), code, [.. part.Blocks.Where(block => block is not Code)]);
    }

    private List<ErrorRow> ReadErrors()
    {
        if (_sections["Errors"].Blocks is not [Table { Rows: [["id", "category", "when"], ..] } table])
            throw Problem("Errors", "is to be a table '| id | category | when |'");
        return [.. table.Rows.Skip(1).Select(row => new ErrorRow(PlainText.Of(row[0]), row[1], PlainText.Of(row[2])))];
    }

    private List<Block> WithoutHeadings(string name)
    {
        var blocks = _sections[name].Blocks;
        if (blocks.Count == 0) throw Problem(name, "is empty");
        if (blocks.OfType<Heading>().FirstOrDefault() is { } heading) throw Problem(heading.Line, $"'## {name}' has no headings inside.");
        return blocks;
    }

    /// <summary>A section's parts: each from a heading of level 3 to the next.</summary>
    private IEnumerable<Section> Parts(string name)
    {
        Section? part = null;
        foreach (var block in _sections[name].Blocks)
        {
            if (block is Heading heading)
            {
                if (part is not null) yield return Filled(part);
                part = new Section(heading, []);
            }
            else if (part is null) throw Problem(block.Line, $"In '## {name}' all stands under a heading '### '.");
            else part.Blocks.Add(block);
        }

        if (part is not null) yield return Filled(part);
    }

    private Section Filled(Section part) =>
        part.Blocks.Count > 0 ? part : throw Problem(part.Heading.Line, $"Nothing is said of '{part.Heading.Text}'.");

    private PageException Problem(string section, string problem) => Problem(_sections[section].Heading.Line, $"'## {section}' {problem}.");

    private PageException Problem(int line, string problem) => new(_file, line, problem);

    [GeneratedRegex("^-([A-Z][A-Za-z]*)$")]
    private static partial Regex ParameterForm();

    [GeneratedRegex("^powershell( no-run=[a-z-]+)?$")]
    private static partial Regex ExampleForm();

    private sealed record Section(Heading Heading, List<Block> Blocks);
}
