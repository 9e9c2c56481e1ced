using System.Text;

namespace LakeTools.Rules.Rows;

/// <summary>The tokens of a row expression, read one after another.</summary>
internal sealed class RowTokens
{
    private static readonly string[] s_signs = ["<>", "!=", "<=", ">=", "=", "<", ">", "(", ")", ",", "."];

    private readonly List<RowToken> _tokens = [];
    private int _next;

    /// <summary>Parts an expression into tokens.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="allowBackquotes">Whether names may be in backquotes, as in Hive.</param>
    /// <exception cref="RowExpressionException">A quote is not closed, or a character has no meaning.</exception>
    public RowTokens(string text, bool allowBackquotes)
    {
        var at = 0;
        while (at < text.Length)
        {
            var token = char.IsWhiteSpace(text[at]) ? (RowToken?)null : Read(text, ref at, allowBackquotes);
            if (token is { } found) _tokens.Add(found);
            else at++;
        }

        _tokens.Add(new RowToken(RowTokenKind.End, "", text.Length + 1));
    }

    /// <summary>The token that comes next.</summary>
    public RowToken Current => _tokens[_next];

    /// <summary>Takes the next token, whatever it is; the end is never passed.</summary>
    public RowToken Take()
    {
        var token = Current;
        if (token.Kind != RowTokenKind.End) _next++;
        return token;
    }

    /// <summary>Takes the next token where it is that word, in any case, or that sign.</summary>
    public bool TryTake(string wordOrSign)
    {
        if (!Is(wordOrSign)) return false;
        _next++;
        return true;
    }

    /// <summary>Returns whether the next token is that word, in any case, or that sign.</summary>
    public bool Is(string wordOrSign) =>
        Current.Kind is RowTokenKind.Word or RowTokenKind.Sign && Current.Text.Equals(wordOrSign, StringComparison.OrdinalIgnoreCase);

    private static RowToken Read(string text, ref int at, bool allowBackquotes)
    {
        var (start, position) = (at, at + 1);
        var first = text[at];
        if (first is '\'' or '"' || (first == '`' && allowBackquotes))
            return new RowToken(first == '\'' ? RowTokenKind.Text : RowTokenKind.QuotedName, Quoted(text, ref at), position);
        if (RowKeywords.IsFirst(first))
        {
            while (at < text.Length && RowKeywords.IsLater(text[at])) at++;
            return new RowToken(RowTokenKind.Word, text[start..at], position);
        }

        if (NumberLength(text.AsSpan(at)) is var length and > 0)
        {
            at += length;
            return new RowToken(RowTokenKind.Number, text[start..at], position);
        }

        var sign = Array.Find(s_signs, known => string.CompareOrdinal(text, start, known, 0, known.Length) == 0);
        if (sign is null)
        {
            throw new RowExpressionException(first == '`'
                ? "Backquotes are not allowed. Put the name of a column in double quotes."
                : $"'{(char.IsHighSurrogate(first) && at + 1 < text.Length ? text.Substring(at, 2) : first)}' has no meaning here.",
                    position);
        }

        at += sign.Length;
        return new RowToken(RowTokenKind.Sign, sign, position);
    }

    private static string Quoted(string text, ref int at)
    {
        var (start, quote) = (at++, text[at - 1]);
        var content = new StringBuilder();
        while (at < text.Length)
        {
            var character = text[at++];
            if (character != quote) content.Append(character);
            else if (at < text.Length && text[at] == quote) content.Append(text[at++]);
            else return content.ToString();
        }

        throw new RowExpressionException($"A quote ({quote}) is opened here and never closed.", start + 1);
    }

    // [+-] digits [. digits] [e [+-] digits], or the digits behind the point alone.
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = text[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(text[at..]);
        at += whole;
        if (at < text.Length && text[at] == '.' && Digits(text[(at + 1)..]) is var fraction && fraction > 0) at += 1 + fraction;
        else if (whole == 0) return 0;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var sign = at + 1 < text.Length && text[at + 1] is '+' or '-' ? 1 : 0;
            if (at + 1 + sign <= text.Length && Digits(text[(at + 1 + sign)..]) is var exponent and > 0) at += 1 + sign + exponent;
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count])) count++;
        return count;
    }
}
