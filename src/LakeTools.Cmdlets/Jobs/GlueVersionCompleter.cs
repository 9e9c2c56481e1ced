using LakeTools.Core.Jobs.Properties;

namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes Glue's versions, the newest first.</summary>
public sealed class GlueVersionCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        GlueVersions.All.Reverse().Select(version => new Candidate(version, $"Glue {version}"));
}
