using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Language;

/// <summary>A definition whose files are read, and whose names are not yet completed with an account.</summary>
/// <param name="path">Its first file.</param>
/// <param name="root">All of it; null if it cannot be read.</param>
/// <param name="account">The account that it says it is for; null if it says none.</param>
/// <param name="findings">What is wrong with its files.</param>
internal sealed class UnboundDefinition(string path, DefinitionNode.Map? root, string? account, DefinitionFindings findings)
{
    /// <summary>Checks it and creates its contents. Makes no call.</summary>
    /// <param name="home">Completes <c>role/name</c> and <c>s3://bucket</c>. Null to check only.</param>
    /// <returns>The contents as far as they can be read, and all findings.</returns>
    /// <exception cref="LakeException"><c>DefinitionAccountDiffers</c>.</exception>
    public (DefinitionContent? Content, IReadOnlyList<LakeFinding> Findings) Bind(LakeHome? home)
    {
        if (root is null) return (null, findings.All);
        if (account is not null && home?.AccountId is { } accountId && account != accountId)
            throw Fault.DefinitionAccountDiffers(path, account, accountId);
        var all = new DefinitionFindings(findings);
        try
        {
            return (new DefinitionBinder(home ?? LakeHome.Embedded with { AccountId = account }, all).Bind(root), all.All);
        }
        catch (TooManyFindingsException)
        {
            return (null, all.All);
        }
    }
}
