namespace LakeTools.Query;

/// <summary>Finds parts of SQL that DuckDB has parsed: past texts, quoted names and comments.</summary>
/// <param name="sql">The statement.</param>
/// <param name="at">The place to begin at.</param>
internal ref struct SqlScanner(ReadOnlySpan<char> sql, int at)
{
    private readonly ReadOnlySpan<char> _sql = sql;
    private int _at = at;

    /// <summary>The end of a name.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="at">The place of the name.</param>
    public static int EndOfName(string sql, int at)
    {
        var scanner = new SqlScanner(sql, at);
        scanner.Token();
        return scanner._at;
    }

    /// <summary>The end of a call, with FILTER and OVER.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="at">The place of the function's name.</param>
    public static int EndOfCall(string sql, int at)
    {
        var scanner = new SqlScanner(sql, at);
        scanner.Token();
        scanner.Parentheses();
        while (true)
        {
            var end = scanner._at;
            switch (scanner.Token().ToString().ToUpperInvariant())
            {
                case "FILTER":
                    scanner.Parentheses();
                    break;
                case "IGNORE" or "RESPECT":
                    scanner.Token();
                    break;
                // A window is in parentheses, or a name.
                case "OVER" when scanner.Peek() == '(':
                    scanner.Parentheses();
                    return scanner._at;
                case "OVER":
                    scanner.Token();
                    return scanner._at;
                default:
                    return end;
            }
        }
    }

    /// <summary>The places of question marks.</summary>
    /// <param name="sql">The statement.</param>
    public static List<int> QuestionMarks(string sql)
    {
        var scanner = new SqlScanner(sql, 0);
        var places = new List<int>();
        while (scanner.Token() is { IsEmpty: false } token)
            if (token is "?") places.Add(scanner._at - 1);
        return places;
    }

    /// <summary>The binary literals, such as <c>X'65683F'</c>, by their places and ends.</summary>
    /// <param name="sql">The statement.</param>
    public static List<(int Start, int End)> BinaryLiterals(string sql)
    {
        var scanner = new SqlScanner(sql, 0);
        var literals = new List<(int Start, int End)>();
        while (scanner.Token() is { IsEmpty: false } token)
        {
            if (token is not ("x" or "X" or "b" or "B") || scanner.At(scanner._at) != '\'') continue;
            var start = scanner._at - 1;
            scanner.Token();
            literals.Add((start, scanner._at));
        }

        return literals;
    }

    /// <summary>The entries of the list of the SELECT whose ORDER BY a place is in: expressions, and the names behind them.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="place">The place.</param>
    public static List<(int Start, int End, string Name)> SelectItems(string sql, int place)
    {
        var tokens = Tokens(sql);
        var at = tokens.FindIndex(token => token.Start >= place);
        var depth = at < 0 ? 0 : tokens[at].Depth;
        do
        {
            if (--at < 0) return [];
            depth = Math.Min(depth, tokens[at].Depth);
        }
        while (tokens[at].Depth > depth || tokens[at].Word != "SELECT");
        var items = new List<(int Start, int End, string Name)>();
        var first = at + 1;
        if (tokens[first].Word is "ALL" or "DISTINCT") first++;
        for (at = first; at < tokens.Count && tokens[at].Depth >= depth; at++)
        {
            var (_, _, deep, word) = tokens[at];
            var isEnd = deep == depth && (word is "WHERE" or "GROUP" or "HAVING" or "WINDOW" or "ORDER"
                || (word == "FROM" && tokens[at - 1].Word != "DISTINCT"));
            if (!isEnd && (deep > depth || word != ",")) continue;
            var last = tokens[at - 2].Word == "AS" ? at - 3 : at - 2;
            items.Add((tokens[first].Start, tokens[Math.Max(first, last)].End, sql[tokens[at - 1].Start..tokens[at - 1].End]));
            if (isEnd) return items;
            first = at + 1;
        }

        return [];
    }

    /// <summary>
    /// The parts of a statement, in upper case, with the number of brackets around each. A bracket itself is within those around it.
    /// </summary>
    /// <param name="sql">The statement.</param>
    public static List<(int Start, int End, int Depth, string Word)> Tokens(string sql)
    {
        var scanner = new SqlScanner(sql, 0);
        var tokens = new List<(int Start, int End, int Depth, string Word)>();
        var depth = 0;
        while (scanner.Token() is { IsEmpty: false } token)
        {
            if (token is ")" or "]" or "}") depth--;
            tokens.Add((scanner._at - token.Length, scanner._at, depth, token.ToString().ToUpperInvariant()));
            if (token is "(" or "[" or "{") depth++;
        }

        return tokens;
    }

    private char Peek()
    {
        Blank();
        return _at < _sql.Length ? _sql[_at] : '\0';
    }

    private void Parentheses()
    {
        var depth = 0;
        do
        {
            var token = Token();
            if (token.IsEmpty) return;
            if (token[0] == '(') depth++;
            else if (token[0] == ')') depth--;
        }
        while (depth > 0);
    }

    // A word, a number, a text, a quoted name, or one letter of anything else. Empty at the end.
    private ReadOnlySpan<char> Token()
    {
        Blank();
        var start = _at;
        if (_at >= _sql.Length) return [];
        var letter = _sql[_at++];
        if (letter == '\'') Quoted('\'', hasEscapes: false);
        else if (letter == '"') Quoted('"', hasEscapes: false);
        else if (letter == '$' && !char.IsAsciiDigit(At(_at))) Dollars(start);
        else if (IsOfWord(letter))
        {
            while (IsOfWord(At(_at)) || At(_at) == '$') _at++;
            // E'...' has escapes. Other letters before a text do not change its end.
            if (_at == start + 1 && letter is 'e' or 'E' && At(_at) == '\'')
            {
                _at++;
                Quoted('\'', hasEscapes: true);
            }
        }

        return _sql[start.._at];
    }

    // A quote within is doubled.
    private void Quoted(char quote, bool hasEscapes)
    {
        while (_at < _sql.Length)
        {
            var letter = _sql[_at++];
            if (hasEscapes && letter == '\\') _at = Math.Min(_at + 1, _sql.Length);
            else if (letter == quote && At(_at) == quote) _at++;
            else if (letter == quote) return;
        }
    }

    // $tag$ ... $tag$
    private void Dollars(int start)
    {
        while (IsOfWord(At(_at))) _at++;
        if (At(_at) != '$') return;
        var tag = _sql[start..++_at];
        var end = _sql[_at..].IndexOf(tag, StringComparison.Ordinal);
        _at = end < 0 ? _sql.Length : _at + end + tag.Length;
    }

    private void Blank()
    {
        while (_at < _sql.Length)
        {
            if (char.IsWhiteSpace(_sql[_at]))
            {
                _at++;
            }
            else if (_sql[_at] == '-' && At(_at + 1) == '-')
            {
                while (_at < _sql.Length && _sql[_at] is not ('\n' or '\r')) _at++;
            }
            else if (_sql[_at] == '/' && At(_at + 1) == '*')
            {
                Comment();
            }
            else
            {
                return;
            }
        }
    }

    // Comments are nested.
    private void Comment()
    {
        var depth = 0;
        do
        {
            if (At(_at) == '/' && At(_at + 1) == '*') (depth, _at) = (depth + 1, _at + 2);
            else if (At(_at) == '*' && At(_at + 1) == '/') (depth, _at) = (depth - 1, _at + 2);
            else _at++;
        }
        while (depth > 0 && _at < _sql.Length);
    }

    private readonly char At(int place) => place < _sql.Length ? _sql[place] : '\0';

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_' || letter > '\x7f';
}
