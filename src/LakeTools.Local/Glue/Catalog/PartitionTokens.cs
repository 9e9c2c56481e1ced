using System.Text.RegularExpressions;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Catalog;

/// <summary>The words of an expression on partition keys, read one after another.</summary>
internal sealed partial class PartitionTokens
{
    private readonly string _expression;
    private readonly List<string> _tokens = [];
    private int _next;

    public PartitionTokens(string expression)
    {
        _expression = expression;
        var at = 0;
        while (at < expression.Length)
        {
            var match = Token().Match(expression, at);
            if (!match.Success) throw Bad();
            at += match.Length;
            if (match.Groups["token"].Success) _tokens.Add(match.Groups["token"].Value);
        }
    }

    public bool AtEnd => _next == _tokens.Count;

    /// <summary>Takes the next word where it is this one, in any case.</summary>
    public bool Take(string word)
    {
        if (AtEnd || !_tokens[_next].Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        _next++;
        return true;
    }

    public void Expect(string word)
    {
        if (!Take(word)) throw Bad();
    }

    public string Next() => AtEnd ? throw Bad() : _tokens[_next++];

    public ApiException Bad() => new("InvalidInputException", $"Unsupported expression '{_expression}'.");

    [GeneratedRegex("""\G\s*(?:(?<token>'(?:[^']|'')*'|"[^"]*"|`[^`]*`|<>|!=|<=|>=|[=<>(),]|-?[0-9]+(?:\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*)|\z)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
