using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Gathers what is wrong with a definition.</summary>
internal sealed class DefinitionFindings
{
    private readonly List<LakeFinding> _findings = [];

    public IReadOnlyList<LakeFinding> All =>
        [.. _findings.Distinct().OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line)
        .ThenBy(finding => finding.Column)];

    public void Add(DefinitionPlace place, LakeException error) => Suggest(place, error, null);

    public void Suggest(DefinitionPlace place, LakeException error, string? suggestion) =>
        _findings.Add(new LakeFinding
        {
            Severity = "Error",
            Id = error.Id,
            Path = place.Path,
            Line = place.Line,
            Column = place.Column,
            Message = error.Message,
            Suggestion = suggestion,
        });

    /// <summary>Takes over what a rule of another part of the module says.</summary>
    public bool Try(DefinitionPlace place, Action check)
    {
        try
        {
            check();
            return true;
        }
        catch (LakeException error)
        {
            Add(place, error);
            return false;
        }
    }
}
