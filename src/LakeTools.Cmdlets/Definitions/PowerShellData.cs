using System.Management.Automation.Language;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Reads PowerShell data (.psd1) into nodes. It is read, never run: whatever is no plain value is refused.</summary>
internal static class PowerShellData
{
    public static DefinitionNode Read(string text, string path)
    {
        var script = Parser.ParseInput(text, path, out _, out var errors);
        if (errors.Length > 0) throw new DefinitionSyntaxException(Place(errors[0].Extent, path), errors[0].Message);
        var statements = script.EndBlock?.Statements;
        return statements is [PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var root }] }]
            ? Node(root, path)
            : throw new DefinitionSyntaxException(new DefinitionPlace(path, 1, 1), "A data file holds one hashtable: @{ ... }.");
    }

    private static DefinitionNode Node(Ast ast, string path)
    {
        var place = Place(ast.Extent, path);
        switch (ast)
        {
            case PipelineAst { PipelineElements: [CommandExpressionAst { Expression: var inner }] }:
                return Node(inner, path);
            case HashtableAst table:
                return new DefinitionNode.Map(
                    [.. table.KeyValuePairs.Select(pair =>
                    new DefinitionEntry(Key(pair.Item1, path), Place(pair.Item1.Extent, path), Node(pair.Item2, path)))]) { Place = place };
            case ArrayLiteralAst list:
                return new DefinitionNode.List([.. list.Elements.Select(item => Node(item, path))]) { Place = place };
            case ArrayExpressionAst list:
                return new DefinitionNode.List(
                    [.. list.SubExpression.Statements.SelectMany(Items).Select(item => Node(item, path))]) { Place = place };
            case ExpandableStringExpressionAst { NestedExpressions.Count: 0 } constant:
                return new DefinitionNode.Scalar(constant.Value) { Place = place };
            case VariableExpressionAst variable when variable.VariablePath.UserPath.ToLowerInvariant() is "true" or "false" or "null":
                var word = variable.VariablePath.UserPath.ToLowerInvariant();
                return new DefinitionNode.Scalar(word == "null" ? null : word) { Place = place };
            case ConstantExpressionAst constant:
                return new DefinitionNode.Scalar(
                    Convert.ToString(constant.Value, System.Globalization.CultureInfo.InvariantCulture)) { Place = place };
            default:
                throw new DefinitionSyntaxException(place, $"Only plain values may stand here, and '{ast.Extent.Text}' is none. "
                    + $"Text that holds a parameter stands in single quotes: '${{name}}'.");
        }
    }

    private static IEnumerable<Ast> Items(StatementAst statement) =>
        statement is PipelineAst { PipelineElements: [CommandExpressionAst { Expression: ArrayLiteralAst many }] }
            ? many.Elements : [statement];

    private static string Key(ExpressionAst key, string path) => key is StringConstantExpressionAst or ConstantExpressionAst
        ? Convert.ToString(((ConstantExpressionAst)key).Value, System.Globalization.CultureInfo.InvariantCulture)!
        : throw new DefinitionSyntaxException(Place(key.Extent, path), "A key is a plain word.");

    private static DefinitionPlace Place(IScriptExtent extent, string path) => new(path, extent.StartLineNumber, extent.StartColumnNumber);
}
