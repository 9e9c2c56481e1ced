using LakeTools.Local.Faults;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes the kinds of faults.</summary>
public sealed class FaultKindCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        Enum.GetNames<LakeFaultKind>().Select(name => new Candidate(name));
}
