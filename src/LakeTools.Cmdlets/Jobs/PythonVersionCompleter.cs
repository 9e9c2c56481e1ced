namespace LakeTools.Cmdlets.Jobs;

/// <summary>Completes Python's versions of jobs.</summary>
public sealed class PythonVersionCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        [new("3.9", "for pythonshell"), new("3", "for glueetl and gluestreaming")];
}
