using System.Management.Automation.Language;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>
/// Reads PowerShell data (.psd1) into nodes. It is read, never run: everything except plain values is refused. An error does not contain
/// the text itself, because a file that is not a definition may contain anything.
/// </summary>
internal static class PowerShellData
{
    // The parser takes quadratic time for expressions in strings in expressions. Data has none.
    private const string Expression = "$(";
    private const int MaxExpressions = 100;

    public static DefinitionNode Read(string text, string path)
    {
        if (text.AsSpan().Count(Expression) > MaxExpressions)
            throw new DefinitionSyntaxException(new DefinitionPlace(path, 1, 1), "Only plain values are allowed, and no expressions.");
        var script = Parser.ParseInput(text, path, out var tokens, out var errors);
        if (errors.Length > 0)
            throw new DefinitionSyntaxException(Place(errors[0].Extent, path), $"The PowerShell parser returns {errors[0].ErrorId}.");
        var isAlone = script is { ParamBlock: null, BeginBlock: null, ProcessBlock: null, DynamicParamBlock: null, UsingStatements.Count: 0,
            EndBlock.Traps: null or { Count: 0 } } && !Array.Exists(tokens, token => token.Kind == TokenKind.Ampersand);
        // A redirection makes the statement longer than the hashtable.
        return isAlone
            && script.EndBlock?.Statements is [PipelineAst { PipelineElements: [CommandExpressionAst { Expression: { } root }] } all]
            && all.Extent.Text.Length == root.Extent.Text.Length
            ? Node(root, path, 0)
            : throw new DefinitionSyntaxException(new DefinitionPlace(path, 1, 1), "A data file must contain one hashtable: @{ ... }.");
    }

    private static DefinitionNode Node(Ast ast, string path, int depth)
    {
        var place = Place(ast.Extent, path);
        if (depth > DefinitionNode.MaxDepth)
            throw new DefinitionSyntaxException(place, $"It is nested more than {DefinitionNode.MaxDepth} deep.");
        switch (ast)
        {
            case PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var inner }] }:
                return Node(inner, path, depth + 1);
            case HashtableAst table:
                return new DefinitionNode.Map(
                    [.. table.KeyValuePairs.Select(pair =>
                    new DefinitionEntry(Key(pair.Item1, path), Place(pair.Item1.Extent, path), Node(pair.Item2, path, depth + 1)))])
                { Place = place };
            case ArrayLiteralAst list:
                return new DefinitionNode.List([.. list.Elements.Select(item => Node(item, path, depth + 1))]) { Place = place };
            case ArrayExpressionAst list:
                return new DefinitionNode.List(
                    [.. list.SubExpression.Statements.SelectMany(Items).Select(item => Node(item, path, depth + 1))]) { Place = place };
            case ExpandableStringExpressionAst { NestedExpressions.Count: 0 } constant:
                return new DefinitionNode.Scalar(constant.Value) { Place = place };
            case VariableExpressionAst variable when variable.VariablePath.UserPath.ToLowerInvariant() is "true" or "false" or "null":
                var word = variable.VariablePath.UserPath.ToLowerInvariant();
                return new DefinitionNode.Scalar(word == "null" ? null : word) { Place = place };
            case ConstantExpressionAst constant:
                return new DefinitionNode.Scalar(Text(constant)) { Place = place };
            default:
                throw new DefinitionSyntaxException(
                    place,
                    "Only plain values are allowed here. Text with a parameter must be in single quotes: '${name}'.");
        }
    }

    private static IEnumerable<Ast> Items(StatementAst statement) =>
        statement is PipelineAst { PipelineElements: [CommandExpressionAst { Expression: ArrayLiteralAst many }] }
            ? many.Elements : [statement];

    private static string Key(ExpressionAst key, string path) => key is ConstantExpressionAst constant
        ? Text(constant)
        : throw new DefinitionSyntaxException(Place(key.Extent, path), "A key is a plain word.");

    // A number is the text that was written, as in YAML: the value of 1.10 would be 1.1.
    private static string Text(ConstantExpressionAst constant) =>
        constant is StringConstantExpressionAst text ? text.Value : constant.Extent.Text;

    private static DefinitionPlace Place(IScriptExtent extent, string path) => new(path, extent.StartLineNumber, extent.StartColumnNumber);
}
