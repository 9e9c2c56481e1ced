using System.Collections.ObjectModel;

namespace LakeTools.Rules.Resources;

/// <summary>
/// An expression on LF-Tags as people see it: keys with the values that each may have. As text it is what the
/// parameter -TagExpression reads.
/// </summary>
/// <param name="expression">The expression.</param>
internal sealed class TagConditions(TagExpression expression)
    : ReadOnlyDictionary<string, string[]>(expression.ToDictionary(condition => condition.Key, condition => condition.Value.ToArray()))
{
    private readonly string _text = expression.ToString();

    /// <summary>The expression as a cell of a CSV file has it.</summary>
    public override string ToString() => _text;
}
