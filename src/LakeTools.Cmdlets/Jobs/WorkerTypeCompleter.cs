using LakeTools.Core.Jobs.Properties;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes Glue's worker types.</summary>
public sealed class WorkerTypeCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) => WorkerTypes.All.Select(type => new Candidate(type));
}
