using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Reads a definition from its file, resolves its includes and fills in its parameters.</summary>
/// <param name="readers">Readers by file extension, for other languages.</param>
public sealed class DefinitionSource(IReadOnlyDictionary<string, Func<string, string, DefinitionNode>> readers)
{
    /// <summary>Reads a definition's files. Makes no call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <returns>The definition, to be bound to an account.</returns>
    /// <exception cref="LakeException"><c>FileError</c>.</exception>
    internal UnboundDefinition Read(string path, DefinitionValues parameters)
    {
        var findings = new DefinitionFindings();
        try
        {
            var files = new DefinitionFiles(path, [".yaml", ".yml", ".json", .. readers.Keys]);
            var root = new DefinitionTree(files, readers, findings).Read(path, parameters);
            return new UnboundDefinition(path, root, root is null ? null : Account(root, findings), findings);
        }
        catch (TooManyFindingsException)
        {
            return new UnboundDefinition(path, null, null, findings);
        }
    }

    /// <summary>Returns all findings of a definition. Makes no call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <returns>The findings, in the order of the files.</returns>
    public IReadOnlyList<LakeFinding> Check(string path, DefinitionValues parameters) => Read(path, parameters).Bind(null).Findings;

    /// <summary>Whether a text is the number of an account.</summary>
    internal static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static string? Account(DefinitionNode.Map definition, DefinitionFindings findings)
    {
        if (definition.Find(DefinitionBinder.Account) is not { } node) return null;
        if (new NodeReader(findings, LakeHome.Embedded).Text(node, DefinitionBinder.Account) is not { } account) return null;
        if (IsAccount(account)) return account;
        findings.Add(node.Place, Fault.DefinitionAccountInvalid(account));
        return null;
    }
}
