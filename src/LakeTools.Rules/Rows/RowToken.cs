namespace LakeTools.Rules.Rows;

/// <summary>The kinds of a row expression's tokens.</summary>
internal enum RowTokenKind
{
    /// <summary>A name or a word of the language.</summary>
    Word,

    /// <summary>A name in double quotes.</summary>
    QuotedName,

    /// <summary>Text in single quotes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A sign, such as <c>&lt;=</c> or <c>(</c>.</summary>
    Sign,

    /// <summary>The end of the expression.</summary>
    End,
}

/// <summary>A token of a row expression.</summary>
/// <param name="Kind">The kind of the token.</param>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Position">The position of its first character, counted from 1.</param>
internal readonly record struct RowToken(RowTokenKind Kind, string Text, int Position)
{
    /// <summary>The token as an error names it.</summary>
    /// <returns>Such as <c>'AND'</c> or <c>the end</c>.</returns>
    public override string ToString() => Kind switch
    {
        RowTokenKind.End => "the end",
        RowTokenKind.Text => $"the text '{Text}'",
        RowTokenKind.QuotedName => $"\"{Text}\"",
        _ => $"'{Text}'",
    };
}
