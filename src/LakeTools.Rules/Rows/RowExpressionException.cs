namespace LakeTools.Rules.Rows;

/// <summary>A row expression cannot be read, or does not fit the table.</summary>
/// <param name="reason">What is wrong, what is allowed, and what to write instead: whole sentences.</param>
/// <param name="position">Where, counted from 1.</param>
public sealed class RowExpressionException(string reason, int position) : FormatException(reason)
{
    /// <summary>Where in the expression it is wrong, counted from 1.</summary>
    public int Position => position;
}
