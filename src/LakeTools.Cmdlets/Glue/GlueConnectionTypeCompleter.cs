using LakeTools.Core.Glue;

namespace LakeTools.Cmdlets.Glue;

/// <summary>Completes what a connection of Glue connects to.</summary>
public sealed class GlueConnectionTypeCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        GlueConnectionService.Types.Select(type => new Candidate(type));
}
