using System.Text;
using System.Text.RegularExpressions;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>
/// GetPartitions' expressions on partition keys, as SQL's WHERE: = &lt;&gt; != &lt; &lt;= &gt; &gt;= IN BETWEEN LIKE IS NULL, AND, OR, NOT
/// and brackets. A comparison with null is unknown, and what is unknown is left out.
/// </summary>
internal sealed class PartitionExpression
{
    private const int MaxDepth = 100;
    private static readonly TimeSpan s_patternTime = TimeSpan.FromMilliseconds(200);

    private readonly PartitionTokens _tokens;
    private readonly List<(string Name, string Type)> _keys;
    private int _depth;

    private PartitionExpression(PartitionTokens tokens, List<(string Name, string Type)> keys)
    {
        _tokens = tokens;
        _keys = keys;
    }

    /// <summary>Reads an expression.</summary>
    /// <param name="expression">Its text.</param>
    /// <param name="keys">The table's partition keys in order, and their types.</param>
    /// <returns>Says of a partition's values whether it is asked for: null is unknown.</returns>
    public static Func<IReadOnlyList<string>, bool?> Parse(string expression, List<(string Name, string Type)> keys)
    {
        var tokens = new PartitionTokens(expression);
        var test = new PartitionExpression(tokens, keys).Or();
        return tokens.AtEnd ? test : throw tokens.Bad();
    }

    private Func<IReadOnlyList<string>, bool?> Or()
    {
        var left = And();
        while (_tokens.Take("OR"))
        {
            var (first, second) = (left, And());
            left = values => (first(values), second(values)) switch
            {
                (true, _) or (_, true) => true,
                (false, false) => false,
                _ => null,
            };
        }

        return left;
    }

    private Func<IReadOnlyList<string>, bool?> And()
    {
        var left = Not();
        while (_tokens.Take("AND"))
        {
            var (first, second) = (left, Not());
            left = values => (first(values), second(values)) switch
            {
                (false, _) or (_, false) => false,
                (true, true) => true,
                _ => null,
            };
        }

        return left;
    }

    private Func<IReadOnlyList<string>, bool?> Not()
    {
        if (++_depth > MaxDepth) throw _tokens.Bad();
        try
        {
            return _tokens.Take("NOT") ? Negate(Not()) : Term();
        }
        finally
        {
            _depth--;
        }
    }

    private Func<IReadOnlyList<string>, bool?> Term()
    {
        if (_tokens.Take("("))
        {
            var inner = Or();
            _tokens.Expect(")");
            return inner;
        }

        var (key, type) = Key(_tokens.Next());
        IComparable? Value(IReadOnlyList<string> values) => PartitionValue.Stored(values[key], type);
        if (_tokens.Take("IS"))
        {
            var isNot = _tokens.Take("NOT");
            _tokens.Expect("NULL");
            return values => Value(values) is null != isNot;
        }

        if (_tokens.Take("NOT")) return Negate(Set(Value, key, type) ?? throw _tokens.Bad());
        return Set(Value, key, type) ?? Comparison(Value, type);
    }

    private Func<IReadOnlyList<string>, bool?>? Set(Func<IReadOnlyList<string>, IComparable?> value, int key, string type)
    {
        if (_tokens.Take("IN"))
        {
            var items = new List<IComparable>();
            _tokens.Expect("(");
            do items.Add(Constant(type)); while (_tokens.Take(","));
            _tokens.Expect(")");
            return values => value(values) is { } found ? items.Exists(item => PartitionValue.Compare(found, item) == 0) : null;
        }

        if (_tokens.Take("BETWEEN"))
        {
            var low = Constant(type);
            _tokens.Expect("AND");
            var high = Constant(type);
            return values => value(values) is { } found ? PartitionValue.Compare(found, low) >= 0 && PartitionValue.Compare(found, high) <= 0 : null;
        }

        if (!_tokens.Take("LIKE")) return null;
        var pattern = Like(ConstantText());
        return values => value(values) is null ? null : pattern.IsMatch(values[key]);
    }

    private Func<IReadOnlyList<string>, bool?> Comparison(Func<IReadOnlyList<string>, IComparable?> value, string type)
    {
        Func<int, bool> holds = _tokens.Next() switch
        {
            "=" => order => order == 0,
            "<>" or "!=" => order => order != 0,
            "<" => order => order < 0,
            "<=" => order => order <= 0,
            ">" => order => order > 0,
            ">=" => order => order >= 0,
            _ => throw _tokens.Bad(),
        };
        var constant = Constant(type);
        return values => value(values) is { } found ? holds(PartitionValue.Compare(found, constant)) : null;
    }

    private (int Index, string Type) Key(string token)
    {
        var name = (token[0] is '"' or '`' ? token[1..^1] : token).ToLowerInvariant();
        var index = _keys.FindIndex(key => key.Name == name);
        return index >= 0 ? (index, _keys[index].Type) : throw _tokens.Bad();
    }

    private IComparable Constant(string type) => PartitionValue.Constant(ConstantText(), type);

    private string ConstantText()
    {
        var token = _tokens.Next();
        if (token[0] == '\'') return token[1..^1].Replace("''", "'", StringComparison.Ordinal);
        return char.IsAsciiDigit(token[0]) || token[0] == '-' ? token : throw _tokens.Bad();
    }

    private static Func<IReadOnlyList<string>, bool?> Negate(Func<IReadOnlyList<string>, bool?> test) => values => !test(values);

    private static Regex Like(string pattern)
    {
        var text = new StringBuilder(@"\A");
        foreach (var character in pattern)
            text.Append(character switch { '%' => ".*", '_' => ".", _ => Regex.Escape(character.ToString()) });
        return new Regex(text.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant, s_patternTime);
    }
}
