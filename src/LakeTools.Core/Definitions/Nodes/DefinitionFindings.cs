using LakeTools.Rules.Errors;

namespace LakeTools.Core.Definitions.Nodes;

/// <summary>Gathers what is wrong with a definition.</summary>
internal sealed class DefinitionFindings
{
    /// <summary>Further ones are not looked for: somebody who has corrected these reads the file again.</summary>
    public const int Max = 1000;

    // A text or a list in a message may be as long as the file.
    private const int MaxMessage = 4000;

    // Each once, with what it was found for: a module that is used thirty times has its fault once.
    private readonly Dictionary<LakeFinding, HashSet<string>> _findings = [];

    /// <summary>Creates an empty list.</summary>
    public DefinitionFindings()
    {
    }

    /// <summary>Creates a copy.</summary>
    /// <param name="other">The findings so far.</param>
    public DefinitionFindings(DefinitionFindings other)
    {
        Count = other.Count;
        foreach (var (finding, expansions) in other._findings) _findings[finding] = new(expansions, StringComparer.Ordinal);
    }

    /// <summary>The number of findings: more than <see cref="All"/> if the same was found again.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<LakeFinding> All =>
    [
        .. _findings.Select(finding => finding.Key with { Expansion = Expansion(finding.Value) })
            .OrderBy(finding => finding.Path, StringComparer.Ordinal).ThenBy(finding => finding.Line).ThenBy(finding => finding.Column),
    ];

    public void Add(DefinitionPlace place, LakeException error) => Suggest(place, error, null);

    /// <summary>Adds what may be wrong, and what only the lake can tell.</summary>
    public void Warn(DefinitionPlace place, LakeException problem) => Add(place, problem, null, LakeFinding.Warning);

    public void Suggest(DefinitionPlace place, LakeException error, string? suggestion) =>
        Add(place, error, suggestion, LakeFinding.Error);

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

    private static string? Expansion(HashSet<string> of) => of.Count switch
    {
        0 => null,
        1 => of.First(),
        _ => $"{of.First()}, and {of.Count - 1} more",
    };

    private void Add(DefinitionPlace place, LakeException error, string? suggestion, string severity)
    {
        Count++;
        if (_findings.Count == Max) throw new TooManyFindingsException();
        if (_findings.Count == Max - 1)
            (error, suggestion, severity) = (Fault.DefinitionFindingsCut(Max - 1), null, LakeFinding.Error);
        var finding = new LakeFinding
        {
            Severity = severity,
            Id = error.Id,
            Path = place.Path,
            Line = place.Line,
            Column = place.Column,
            Message = error.Message.Length <= MaxMessage ? error.Message : error.Message[..MaxMessage] + " ... (truncated)",
            Suggestion = suggestion,
        };
        if (!_findings.TryGetValue(finding, out var expansions)) _findings[finding] = expansions = new(StringComparer.Ordinal);
        if (place.Expansion is { } expansion) expansions.Add(expansion);
    }
}
