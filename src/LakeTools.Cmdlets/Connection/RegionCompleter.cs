using Amazon;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes regions' codes, with their names.</summary>
public sealed class RegionCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        RegionEndpoint.EnumerableAllRegions.OrderBy(region => region.SystemName, StringComparer.Ordinal)
            .Select(region => new Candidate(region.SystemName, region.DisplayName));
}
