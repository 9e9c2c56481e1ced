using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Rows;

/// <summary>Reads row expressions. Each refusal gives the place, the permitted text there and the text to write instead.</summary>
public sealed class RowExpressionParser
{
    /// <summary>An expression must be shorter than this many characters (developer guide).</summary>
    public const int LengthLimit = 2048;

    private const int MaxDepth = 100;
    private const string Operators = "=, <>, !=, <, <=, >, >=, BETWEEN, IN, LIKE or IS NULL";

    private readonly RowTokens _tokens;
    private readonly bool _isGlue;
    private int _depth;

    private RowExpressionParser(RowTokens tokens, bool isGlue)
    {
        _tokens = tokens;
        _isGlue = isGlue;
    }

    /// <summary>Reads the row expression of a data cells filter.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="lengthLimit">It must be shorter: what a service put together of several filters is longer than a filter may be.</param>
    /// <returns>The expression. Names of columns are not checked.</returns>
    /// <exception cref="RowExpressionException">It is not valid.</exception>
    public static RowExpression Parse(string text, int lengthLimit = LengthLimit) => Parse(text, lengthLimit, isGlue: false);

    /// <summary>Reads an expression of Glue's GetPartitions, which knows no reserved words and also takes names in backquotes.</summary>
    /// <param name="text">The expression.</param>
    /// <returns>The expression. Names of columns are not checked.</returns>
    /// <exception cref="RowExpressionException">It is not valid.</exception>
    public static RowExpression ParseGlue(string text) => Parse(text, LengthLimit, isGlue: true);

    private static RowExpression Parse(string text, int lengthLimit, bool isGlue)
    {
        if (text.Length >= lengthLimit)
            throw new RowExpressionException($"It has {text.Length} characters, and must have fewer than {lengthLimit}.", lengthLimit);
        var parser = new RowExpressionParser(new RowTokens(text, isGlue), isGlue);
        var expression = parser.Or();
        var rest = parser._tokens.Current;
        return rest.Kind == RowTokenKind.End ? expression : throw Fault(rest, rest.Text switch
        {
            ")" => "A bracket is closed that was not opened.",
            _ => $"AND, OR or the end was expected, and {rest} was found.",
        });
    }

    private RowExpression Or()
    {
        var left = And();
        while (_tokens.TryTake("OR")) left = new RowExpression.Or(left, And());
        return left;
    }

    private RowExpression And()
    {
        var left = Not();
        while (_tokens.TryTake("AND")) left = new RowExpression.And(left, Not());
        return left;
    }

    private RowExpression Not()
    {
        if (++_depth > MaxDepth) throw Fault(_tokens.Current, $"Brackets and NOT are nested more than {MaxDepth} deep.");
        var expression = _tokens.TryTake("NOT") ? new RowExpression.Not(Not()) : Term();
        _depth--;
        return expression;
    }

    private RowExpression Term()
    {
        var open = _tokens.Current;
        if (_tokens.TryTake("("))
        {
            var inner = Or();
            if (_tokens.TryTake(")")) return inner;
            throw Fault(_tokens.Current, $"The bracket that was opened at character {open.Position} is not closed: AND, "
                + $"OR or ')' was expected, and {_tokens.Current} was found.");
        }

        if (!_isGlue && open is { Kind: RowTokenKind.Word } && bool.TryParse(open.Text, out var always))
        {
            _tokens.Take();
            return new RowExpression.Always(always);
        }

        return Predicate(Column());
    }

    private RowExpression Predicate(RowReference column)
    {
        if (_tokens.TryTake("IS"))
        {
            var isNot = _tokens.TryTake("NOT");
            if (!_tokens.TryTake("NULL")) throw Fault(_tokens.Current, $"NULL was expected, and {_tokens.Current} was found.");
            return isNot ? new RowExpression.Not(new RowExpression.IsNull(column)) : new RowExpression.IsNull(column);
        }

        if (_tokens.TryTake("NOT"))
            return new RowExpression.Not(Set(column)
                ?? throw Fault(_tokens.Current, $"BETWEEN, IN or LIKE was expected, and {_tokens.Current} was found."));
        return Set(column) ?? new RowExpression.Compare(column, Comparison(), Constant());
    }

    private RowExpression? Set(RowReference column)
    {
        if (_tokens.TryTake("BETWEEN"))
        {
            var low = Constant();
            if (!_tokens.TryTake("AND")) throw Fault(_tokens.Current,
                $"AND and the maximum value were expected, and {_tokens.Current} was found.");
            return new RowExpression.Between(column, low, Constant());
        }

        if (_tokens.TryTake("IN")) return new RowExpression.In(column, List());
        if (!_tokens.TryTake("LIKE")) return null;
        var pattern = Constant();
        if (_tokens.Is("ESCAPE")) throw Fault(_tokens.Current, "ESCAPE is not supported: % and _ always represent other characters.");
        return new RowExpression.Like(column, pattern);
    }

    private List<RowConstant> List()
    {
        if (!_tokens.TryTake("(")) throw Fault(_tokens.Current,
            $"A list such as ('a', 'b') was expected, and {_tokens.Current} was found.");
        if (_tokens.Is(")")) throw Fault(_tokens.Current, "The list of IN is empty.");
        var constants = new List<RowConstant>();
        do constants.Add(Constant()); while (_tokens.TryTake(","));
        return _tokens.TryTake(")") ? constants
            : throw Fault(_tokens.Current, $"',' or ')' was expected in the list of IN, and {_tokens.Current} was found.");
    }

    private RowComparison Comparison()
    {
        var sign = _tokens.Take();
        return sign.Kind == RowTokenKind.Sign ? sign.Text switch
        {
            "=" when _tokens.Is("=") => throw Fault(sign, "'==' is written '='."),
            "=" => RowComparison.Equal,
            "<>" or "!=" => RowComparison.NotEqual,
            "<" => RowComparison.Less,
            "<=" => RowComparison.LessOrEqual,
            ">" => RowComparison.Greater,
            ">=" => RowComparison.GreaterOrEqual,
            _ => throw Fault(sign, $"{Operators} was expected, and {sign} was found."),
        }
        : throw Fault(sign, $"{Operators} was expected, and {sign} was found.");
    }

    private RowReference Column()
    {
        var token = _tokens.Take();
        if (token.Kind is RowTokenKind.Text or RowTokenKind.Number)
            throw Fault(token, $"A comparison must begin with a column, and {token} was found. "
                + "Write the column first, and text in single quotes behind it: country = 'US'.");
        if (token.Kind is not (RowTokenKind.Word or RowTokenKind.QuotedName))
            throw Fault(token, $"A column was expected, and {token} was found.");
        if (token.Kind == RowTokenKind.Word && _tokens.Is("("))
            throw Fault(token, $"Functions such as {token.Text} are not allowed: columns are compared with constants.");
        var column = Name(token);
        var fields = new List<string>();
        while (_tokens.TryTake("."))
        {
            var field = _tokens.Take();
            if (field.Kind is not (RowTokenKind.Word or RowTokenKind.QuotedName) || field.Text.Contains('.', StringComparison.Ordinal))
                throw Fault(field, $"A field of the column was expected, and {field} was found.");
            fields.Add(Name(field));
        }

        return new RowReference(column, fields.Count == 0 ? null : string.Join('.', fields)) { Position = token.Position };
    }

    private string Name(RowToken token)
    {
        if (token.Text.Length == 0) throw Fault(token, "The name of a column is empty.");
        if (token.Kind == RowTokenKind.Word && !_isGlue && RowKeywords.Contains(token.Text))
            throw Fault(token, $"'{token.Text}' is a word of the language. "
                + $"Where a column is called so, write it in double quotes: \"{token.Text.ToLowerInvariant()}\".");
        return token.Text.ToLowerInvariant();
    }

    private RowConstant Constant()
    {
        var token = _tokens.Take();
        switch (token.Kind)
        {
            case RowTokenKind.Text:
                return new RowConstant(RowConstantKind.Text, token.Text) { Position = token.Position };
            case RowTokenKind.Number:
                return new RowConstant(RowConstantKind.Number, token.Text) { Position = token.Position };
            case RowTokenKind.QuotedName:
                throw Fault(token, $"Text must be in single quotes, and names of columns in double quotes: write '{token.Text}'.");
            case RowTokenKind.Word when bool.TryParse(token.Text, out _):
                return new RowConstant(RowConstantKind.Truth, token.Text.ToLowerInvariant()) { Position = token.Position };
            case RowTokenKind.Word when _tokens.Current.Kind == RowTokenKind.Text && TimeKind(token.Text) is { } kind:
                return new RowConstant(kind, _tokens.Take().Text) { Position = token.Position };
            case RowTokenKind.Word when token.Text.Equals("NULL", StringComparison.OrdinalIgnoreCase):
                throw Fault(token, "Nothing equals NULL. Write IS NULL or IS NOT NULL.");
            case RowTokenKind.Word when _tokens.Is("("):
                throw Fault(token, $"Functions such as {token.Text} are not allowed: columns are compared with constants.");
            case RowTokenKind.Word:
                throw Fault(token, $"A column can be compared with a constant only, and {token} is not a constant. "
                    + $"Text must be in single quotes: '{token.Text}'.");
            default:
                throw Fault(token, $"A number, a text in single quotes, true or false was expected, and {token} was found.");
        }
    }

    private static RowConstantKind? TimeKind(string word) => word.ToUpperInvariant() switch
    {
        "DATE" => RowConstantKind.Date,
        "TIMESTAMP" => RowConstantKind.Timestamp,
        _ => null,
    };

    private static RowExpressionException Fault(RowToken token, string reason) => new(reason, token.Position);
}
