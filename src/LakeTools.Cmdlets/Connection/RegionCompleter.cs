using LakeTools.Core.Connection;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes regions' codes, with their names.</summary>
public sealed class RegionCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        Regions.Known.Select(region => new Candidate(region.SystemName, region.DisplayName));
}
