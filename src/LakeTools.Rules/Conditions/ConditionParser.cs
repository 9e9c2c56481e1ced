using System.Globalization;
using System.Text;

namespace LakeTools.Rules.Conditions;

/// <summary>
/// Reads the subset of Cedar that <see cref="PrincipalCondition"/> describes. Tests and texts are two grammars, so nothing that is
/// neither true nor false can stand where a test is expected.
/// </summary>
internal sealed class ConditionParser
{
    private const int MaxDepth = 100;
    private const int MaxKey = 128;
    private const int MaxValue = 256;
    private const string Tags = "context.iam.principalTags";
    private const string Test = Tags + ".hasTag(\"key\"), " + Tags + ".getTag(\"key\") == \"value\", '!' or '('";

    private readonly string _text;
    private int _at;
    private int _depth;

    private ConditionParser(string text) => _text = text;

    public static ConditionExpression Parse(string text)
    {
        if (text.Length > PrincipalCondition.LengthLimit)
            throw new ConditionException(
                $"It has {text.Length} characters, and may have {PrincipalCondition.LengthLimit}.", PrincipalCondition.LengthLimit + 1);
        var parser = new ConditionParser(text);
        var expression = parser.Or();
        return parser.IsAtEnd() ? expression : throw parser.Expected("'&&', '||' or the end");
    }

    private ConditionExpression Or()
    {
        var left = And();
        while (TryTake("||")) left = new ConditionExpression.Or(left, And());
        return left;
    }

    private ConditionExpression And()
    {
        var left = Term();
        while (TryTake("&&")) left = new ConditionExpression.And(left, Term());
        return left;
    }

    private ConditionExpression Term()
    {
        SkipSpace();
        if (At('"')) return Comparison(Literal(isKey: false));
        if (TryNegation() is { } negation) return negation;
        if (TryBrackets() is { } inner) return inner;
        return Call(out var key) ? new ConditionExpression.HasTag(key) : Comparison(new ConditionValue(key, IsTag: true));
    }

    // '!' binds closer than '==': in Cedar, !a == b negates a and compares that. So it takes tests alone, and no text.
    private ConditionExpression.Not? TryNegation()
    {
        SkipSpace();
        if (!At('!') || AtText("!=")) return null;
        _at++;
        Deeper();
        SkipSpace();
        var start = _at;
        var operand = TryNegation() ?? TryBrackets()
            ?? (Call(out var key) ? new ConditionExpression.HasTag(key)
                : throw new ConditionException(
                    "'!' is allowed before hasTag or a parenthesis, not before a text: write !(a == b) or a != b.", start + 1));
        _depth--;
        return new ConditionExpression.Not(operand);
    }

    private ConditionExpression? TryBrackets()
    {
        SkipSpace();
        if (!At('(')) return null;
        var open = ++_at;
        Deeper();
        var inner = Or();
        if (!TryTake(")")) throw Expected($"'&&', '||' or the ')' that closes the bracket at character {open}");
        _depth--;
        return inner;
    }

    private ConditionExpression.Compare Comparison(ConditionValue left)
    {
        var isEqual = TryTake("==");
        if (!isEqual && !TryTake("!=")) throw Expected("'==' or '!='");
        SkipSpace();
        var start = _at;
        var right = At('"') ? Literal(isKey: false) : Call(out var key)
            ? throw new ConditionException("A text is compared with getTag or with a text, not with hasTag.", start + 1)
            : new ConditionValue(key, IsTag: true);
        if (!left.IsTag && !right.IsTag) throw new ConditionException("Two texts are compared: compare a tag with a text.", start + 1);
        SkipSpace();
        return AtText("==") || AtText("!=")
            ? throw Expected("'&&', '||', ')' or the end: comparisons are not chained")
            : new ConditionExpression.Compare(left, right, isEqual);
    }

    // context.iam.principalTags.hasTag("key") or .getTag("key"); true for hasTag.
    private bool Call(out string key)
    {
        SkipSpace();
        var start = _at;
        foreach (var name in (ReadOnlySpan<string>)["context", "iam", "principalTags"])
        {
            if (!TryWord(name)) throw (_at == start) ? Expected(Test) : Expected(Tags);
            if (!TryTake(".")) throw Expected($"'.' of {Tags}.hasTag or {Tags}.getTag");
        }

        var isTest = TryWord("hasTag");
        if (!isTest && !TryWord("getTag")) throw Expected("hasTag or getTag");
        if (!TryTake("(")) throw Expected("'('");
        SkipSpace();
        if (!At('"')) throw Expected("the key of a tag in double quotes");
        key = Literal(isKey: true).Text;
        return TryTake(")") ? isTest : throw Expected("')'");
    }

    private ConditionValue Literal(bool isKey)
    {
        var start = ++_at;
        var content = new StringBuilder();
        while (true)
        {
            if (_at >= _text.Length) throw new ConditionException("A double quote is opened here and never closed.", start);
            if (_text[_at] == '"') break;
            content.Append(_text[_at] == '\\' ? Escape() : _text[_at++]);
        }

        _at++;
        var text = content.ToString();
        if (isKey && text.Length == 0) throw new ConditionException("The key of a tag is not empty.", start);
        if (text.Length > (isKey ? MaxKey : MaxValue))
            throw new ConditionException($"A tag's key has up to {MaxKey} characters, and its value up to {MaxValue}.", start);
        // API reference of IAM, Tag. A value that no tag can have is an error, or resembles another value.
        return text.EnumerateRunes().All(IsOfTag) ? new ConditionValue(text, IsTag: false) : throw new ConditionException(
            "It has characters that a tag cannot have: keys and values have letters, digits, spaces and _ . : / = + - @", start);
    }

    private static bool IsOfTag(Rune rune) => Rune.GetUnicodeCategory(rune) is <= UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.IsAscii && "_.:/=+-@".Contains((char)rune.Value, StringComparison.Ordinal));

    // Cedar's escapes: \n \r \t \0 \\ \' \" \xHH up to 7F, and \u{H…} with one to six digits.
    private string Escape()
    {
        var start = _at++;
        var kind = _at < _text.Length ? _text[_at++] : ' ';
        const string kinds = "nrt0\\'\"";
        if (kinds.IndexOf(kind, StringComparison.Ordinal) is >= 0 and var index) return "\n\r\t\0\\'\""[index].ToString();
        var close = kind == 'u' && At('{') ? _text.IndexOf('}', _at) : -1;
        var digits = kind == 'x' && _at + 2 <= _text.Length ? _text.AsSpan(_at, 2)
            : close > _at && close - _at <= 7 ? _text.AsSpan(_at + 1, close - _at - 1) : [];
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || !Rune.IsValid(code)
            || (kind == 'x' && code > 0x7F))
            throw new ConditionException(@"This is not one of the escapes \n \r \t \0 \\ \' \"" \xHH (up to 7F) and \u{H}.", start + 1);
        _at = kind == 'x' ? _at + 2 : close + 1;
        return new Rune(code).ToString();
    }

    private void Deeper()
    {
        if (++_depth > MaxDepth) throw new ConditionException($"Brackets and '!' are nested more than {MaxDepth} deep.", _at);
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n') _at++;
        if (AtText("//")) throw new ConditionException("Comments are not taken: what follows one hangs on where the line ends.", _at + 1);
    }

    private bool IsAtEnd()
    {
        SkipSpace();
        return _at == _text.Length;
    }

    private bool At(char sign) => _at < _text.Length && _text[_at] == sign;

    private bool AtText(string sign) => string.CompareOrdinal(_text, _at, sign, 0, sign.Length) == 0;

    private bool TryTake(string sign)
    {
        SkipSpace();
        if (!AtText(sign)) return false;
        _at += sign.Length;
        return true;
    }

    private bool TryWord(string word)
    {
        SkipSpace();
        if (!AtText(word) || (_at + word.Length < _text.Length && IsOfWord(_text[_at + word.Length]))) return false;
        _at += word.Length;
        return true;
    }

    private static bool IsOfWord(char sign) => sign == '_' || char.IsLetterOrDigit(sign);

    private ConditionException Expected(string what) =>
        new($"Expected is {what}; here is {Found()}.", _at + 1);

    private string Found()
    {
        if (_at >= _text.Length) return "the end";
        if (!IsOfWord(_text[_at]))
            return Rune.TryGetRuneAt(_text, _at, out var rune) && !Rune.IsControl(rune) ? $"'{rune}'" : "a character that no text has";
        var end = _at;
        while (end < _text.Length && IsOfWord(_text[end]) && end - _at < 40) end++;
        return $"'{_text[_at..end]}'";
    }
}
