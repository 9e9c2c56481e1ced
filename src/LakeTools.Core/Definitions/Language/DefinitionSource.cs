using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Reads a definition from its file, resolves its includes and fills in its parameters.</summary>
/// <param name="readers">Readers by file extension, for other languages.</param>
public sealed class DefinitionSource(IReadOnlyDictionary<string, Func<string, string, DefinitionNode>> readers)
{
    /// <summary>Reads and checks a definition. Makes no call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <param name="accountId">The account that completes <c>role/name</c>. Null to check only.</param>
    /// <returns>The definition as far as it can be read, and the findings.</returns>
    /// <exception cref="LakeException"><c>FileError</c>, <c>DefinitionAccountDiffers</c>.</exception>
    internal (DefinitionContent? Content, IReadOnlyList<LakeFinding> Findings) Read(string path, DefinitionValues parameters,
        string? accountId)
    {
        var findings = new DefinitionFindings();
        try
        {
            var files = new DefinitionFiles(path, [".yaml", ".yml", ".json", .. readers.Keys]);
            if (new DefinitionTree(files, readers, findings).Read(path, parameters) is not { } root) return (null, findings.All);
            var account = Account(root, findings);
            if (account is not null && accountId is not null && account != accountId)
                throw Fault.DefinitionAccountDiffers(path, account, accountId);
            var content = new DefinitionBinder(accountId ?? account, findings).Bind(root);
            return (content, findings.All);
        }
        catch (TooManyFindingsException)
        {
            return (null, findings.All);
        }
    }

    /// <summary>Returns all findings of a definition. Makes no call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <returns>The findings, in the order of the files.</returns>
    public IReadOnlyList<LakeFinding> Check(string path, DefinitionValues parameters) => Read(path, parameters, null).Findings;

    /// <summary>Whether a text is the number of an account.</summary>
    internal static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static string? Account(DefinitionNode.Map definition, DefinitionFindings findings)
    {
        if (definition.Find(DefinitionBinder.Account) is not { } node) return null;
        if (new NodeReader(findings).Text(node, DefinitionBinder.Account) is not { } account) return null;
        if (IsAccount(account)) return account;
        findings.Add(node.Place, Fault.DefinitionAccountInvalid(account));
        return null;
    }
}
