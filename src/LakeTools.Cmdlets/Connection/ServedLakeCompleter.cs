namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes the folders of the embedded lakes that are served.</summary>
public sealed class ServedLakeCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        LakeServers.Folders().Select(folder => new Candidate(folder));
}
