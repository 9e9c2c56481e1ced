using System.Text;

namespace LakeTools.Generator;

/// <summary>Writes lines of C# with their indent.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines as they are.</summary>
    /// <param name="lines">The lines; an empty one stays empty.</param>
    public void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length > 0) _text.Append(' ', _depth * 4).Append(line);
            _text.Append('\n');
        }
    }

    /// <summary>Writes a head and, in braces, a body.</summary>
    /// <param name="head">The text before the braces.</param>
    /// <param name="body">Writes what is in them.</param>
    /// <param name="end">The text after the closing brace.</param>
    public void Block(string head, Action body, string end = "")
    {
        Lines(head, "{");
        _depth++;
        body();
        _depth--;
        Lines("}" + end, "");
    }

    /// <summary>Writes a summary in XML.</summary>
    /// <param name="text">The text, in XML.</param>
    public void Summary(string text) => Lines($"/// <summary>{text}</summary>");

    /// <summary>Writes what a parameter is.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="text">The text, in XML.</param>
    public void Parameter(string name, string text) => Lines($"/// <param name=\"{name}\">{text}</param>");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
