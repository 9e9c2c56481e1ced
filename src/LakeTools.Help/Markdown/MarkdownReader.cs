using System.Text.RegularExpressions;

namespace LakeTools.Help.Markdown;

/// <summary>
/// Reads the part of Markdown that our pages use: headings, paragraphs, fenced code, flat lists and tables. All else is refused, since
/// Get-Help would show it as it is written.
/// </summary>
internal sealed partial class MarkdownReader(string file, IReadOnlyList<string> lines)
{
    private int _next;

    /// <summary>The pieces of a file, in order.</summary>
    public static IReadOnlyList<Block> Read(string file) => new MarkdownReader(file, File.ReadAllLines(file)).Blocks().ToList();

    private IEnumerable<Block> Blocks()
    {
        while (_next < lines.Count)
        {
            var line = lines[_next];
            if (line.Trim().Length == 0) _next++;
            else if (HeadingForm().Match(line) is { Success: true } mark)
                yield return new Heading(++_next, mark.Length, line[mark.Length..].Trim());
            else if (line.StartsWith("```", StringComparison.Ordinal)) yield return ReadCode();
            else if (line.StartsWith('|')) yield return ReadTable();
            else if (IsItem(line)) yield return ReadItems();
            else if (OtherForm().IsMatch(line))
                throw Problem(_next + 1, $"'{line.Trim()}': Get-Help cannot show quotes, HTML, images, numbers or indents.");
            else yield return new Paragraph(_next + 1, ReadText());
        }
    }

    private Code ReadCode()
    {
        var start = ++_next;
        var info = lines[start - 1][3..].Trim();
        while (_next < lines.Count && !lines[_next].StartsWith("```", StringComparison.Ordinal)) _next++;
        if (_next == lines.Count) throw Problem(start, "The code that begins here has no end: ``` is missing.");
        return new Code(start, info, [.. lines.Skip(start).Take(_next++ - start)]);
    }

    private Table ReadTable()
    {
        var start = _next;
        var rows = new List<IReadOnlyList<string>>();
        for (; _next < lines.Count && lines[_next].StartsWith('|'); _next++)
        {
            var row = Cells(lines[_next]);
            if (rows.Count > 0 && row.Count != rows[0].Count)
                throw Problem(_next + 1, $"This row has {row.Count} cells, the table's head {rows[0].Count}.");
            if (_next == start + 1 && row.All(cell => RuleForm().IsMatch(cell))) continue;
            if (_next == start + 1) throw Problem(_next + 1, "The line under a table's head is missing: |---|---|.");
            rows.Add(row);
        }

        return new Table(start + 1, rows);
    }

    private static List<string> Cells(string line) =>
        [.. CellEdge().Split(line.Trim().Trim('|')).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    private Items ReadItems()
    {
        var start = _next;
        var texts = new List<string>();
        while (_next < lines.Count && IsItem(lines[_next])) texts.Add(ReadText()[2..].Trim());

        return new Items(start + 1, texts);
    }

    /// <summary>Lines up to the next that begins something else.</summary>
    private string ReadText()
    {
        var start = _next++;
        while (_next < lines.Count && lines[_next].Trim().Length > 0 && !StartsBlock(lines[_next])) _next++;
        return string.Join(' ', lines.Skip(start).Take(_next - start).Select(line => line.Trim()));
    }

    private static bool StartsBlock(string line) =>
        IsItem(line) || line.StartsWith('|') || line.StartsWith("```", StringComparison.Ordinal) || HeadingForm().IsMatch(line);

    private static bool IsItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);

    private PageException Problem(int line, string problem) => new(file, line, problem);

    [GeneratedRegex("^#{1,3}(?= )")]
    private static partial Regex HeadingForm();

    [GeneratedRegex(@"^(\s|>|<|!\[|#|\* |\d+\. )")]
    private static partial Regex OtherForm();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEdge();

    [GeneratedRegex("^:?-+:?$")]
    private static partial Regex RuleForm();
}
