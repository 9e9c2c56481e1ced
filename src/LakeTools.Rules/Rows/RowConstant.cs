namespace LakeTools.Rules.Rows;

/// <summary>A constant of a row expression. Where it stood in the text does not count when constants are compared.</summary>
/// <param name="Kind">The form of the constant.</param>
/// <param name="Text">Its text, without quotes; numbers as they were written, <c>true</c> and <c>false</c> in lower case.</param>
public sealed record RowConstant(RowConstantKind Kind, string Text)
{
    /// <summary>The position of its first character, counted from 1; 0 if it was not read from a text.</summary>
    public int Position { get; init; }

    /// <inheritdoc/>
    public bool Equals(RowConstant? other) => other is not null && Kind == other.Kind && Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text);

    /// <summary>The constant as an expression has it.</summary>
    /// <returns>Such as <c>'it''s'</c>.</returns>
    public override string ToString() => Kind switch
    {
        RowConstantKind.Text => Quoted(),
        RowConstantKind.Date => "DATE " + Quoted(),
        RowConstantKind.Timestamp => "TIMESTAMP " + Quoted(),
        _ => Text,
    };

    private string Quoted() => "'" + Text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
