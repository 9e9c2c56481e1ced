using System.Text;
using LakeTools.Help.Markdown;

namespace LakeTools.Help.Output;

/// <summary>Blocks as lines of a console.</summary>
internal static class TextRenderer
{
    private const int LeastCell = 10;
    private const string Gap = "  ";

    /// <summary>The lines of a block, none longer than <paramref name="width"/> but code, which is never broken.</summary>
    public static IReadOnlyList<string> Lines(Block block, int width) => block switch
    {
        Paragraph paragraph => Wrap(PlainText.Of(paragraph.Text), width),
        Items items => [.. items.Texts.SelectMany(text => Hang("- ", Wrap(PlainText.Of(text), width - 2)))],
        Code code => [.. code.Lines.Select(line => line.Length == 0 ? line : "    " + line)],
        Table table => TableLines(table, width),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static List<string> TableLines(Table table, int width)
    {
        var rows = table.Rows.Select(row => row.Select(PlainText.Of).ToList()).ToList();
        var widths = Fit([.. Enumerable.Range(0, rows[0].Count).Select(column => rows.Max(row => row[column].Length))], width);
        var cells = rows.Select(row => row.Select((cell, column) => Wrap(cell, widths[column])).ToList()).ToList();
        var apart = cells.Any(row => row.Any(cell => cell.Count > 1));
        var lines = new List<string>(RowLines(cells[0], widths)) { string.Join(Gap, widths.Select(size => new string('-', size))) };
        foreach (var (row, index) in cells.Skip(1).Select((row, index) => (row, index)))
        {
            if (apart && index > 0) lines.Add("");
            lines.AddRange(RowLines(row, widths));
        }

        return lines;
    }

    private static IEnumerable<string> RowLines(List<IReadOnlyList<string>> cells, int[] widths) =>
        Enumerable.Range(0, cells.Max(cell => cell.Count)).Select(line =>
            string.Join(Gap, cells.Select((cell, column) => (line < cell.Count ? cell[line] : "").PadRight(widths[column]))).TrimEnd());

    /// <summary>Takes from the widest column until all fit.</summary>
    private static int[] Fit(int[] widths, int width)
    {
        while (widths.Sum() + Gap.Length * (widths.Length - 1) > width && widths.Max() > LeastCell)
            widths[Array.IndexOf(widths, widths.Max())]--;
        return widths;
    }

    private static IEnumerable<string> Hang(string mark, IReadOnlyList<string> lines) =>
        lines.Select((line, index) => (index == 0 ? mark : new string(' ', mark.Length)) + line);

    private static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }
}
