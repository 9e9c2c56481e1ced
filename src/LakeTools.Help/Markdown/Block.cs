namespace LakeTools.Help.Markdown;

/// <summary>A piece of a page. Line is where it begins, from 1.</summary>
internal abstract record Block(int Line);

/// <summary>A heading; level 1 is the title.</summary>
internal sealed record Heading(int Line, int Level, string Text) : Block(Line);

/// <summary>A paragraph, its lines joined.</summary>
internal sealed record Paragraph(int Line, string Text) : Block(Line);

/// <summary>Fenced code with what is behind the fence, such as <c>powershell</c>.</summary>
internal sealed record Code(int Line, string Info, IReadOnlyList<string> Lines) : Block(Line);

/// <summary>A list; its items' lines joined.</summary>
internal sealed record Items(int Line, IReadOnlyList<string> Texts) : Block(Line);

/// <summary>A table; the first row is its head.</summary>
internal sealed record Table(int Line, IReadOnlyList<IReadOnlyList<string>> Rows) : Block(Line);
