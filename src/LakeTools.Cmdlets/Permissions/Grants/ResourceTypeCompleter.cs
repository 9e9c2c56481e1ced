namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes what an expression on LF-Tags is about.</summary>
public sealed class ResourceTypeCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        [new("Database", "The databases that match"), new("Table", "The tables and columns that match")];
}
