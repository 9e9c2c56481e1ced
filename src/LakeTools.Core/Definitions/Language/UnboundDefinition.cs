using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Language;

/// <summary>A definition whose files are read, and whose names are not yet completed with an account.</summary>
/// <param name="path">Its first file.</param>
/// <param name="root">All of it; null if it cannot be read.</param>
/// <param name="account">The account that it says it is for; null if it says none.</param>
/// <param name="findings">What is wrong with its files.</param>
internal sealed class UnboundDefinition(string path, DefinitionNode.Map? root, string? account, DefinitionFindings findings)
{
    /// <summary>Checks it and creates its contents. Makes no call.</summary>
    /// <param name="accountId">The account that completes <c>role/name</c>. Null to check only.</param>
    /// <returns>The contents as far as they can be read, and all findings.</returns>
    /// <exception cref="LakeException"><c>DefinitionAccountDiffers</c>.</exception>
    public (DefinitionContent? Content, IReadOnlyList<LakeFinding> Findings) Bind(string? accountId)
    {
        if (root is null) return (null, findings.All);
        if (account is not null && accountId is not null && account != accountId)
            throw Fault.DefinitionAccountDiffers(path, account, accountId);
        var all = new DefinitionFindings(findings);
        try
        {
            return (new DefinitionBinder(accountId ?? account, all).Bind(root), all.All);
        }
        catch (TooManyFindingsException)
        {
            return (null, all.All);
        }
    }
}
