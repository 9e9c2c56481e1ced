namespace LakeTools.Rules.Rows;

/// <summary>A row expression cannot be read, or does not fit the table.</summary>
/// <param name="reason">The reason, the permitted text, and the text to write instead: whole sentences.</param>
/// <param name="position">The position of the error, counted from 1.</param>
public sealed class RowExpressionException(string reason, int position) : FormatException(reason)
{
    /// <summary>The position of the error in the expression, counted from 1.</summary>
    public int Position => position;
}
