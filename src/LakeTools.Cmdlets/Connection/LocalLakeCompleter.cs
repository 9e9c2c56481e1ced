using LakeTools.Local;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes folders, those that hold an embedded lake first.</summary>
public sealed class LocalLakeCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line)
    {
        var typed = line.Word;
        var start = typed[..(typed.LastIndexOfAny(['/', '\\']) + 1)];
        var parent = CompletionLine.FullPath(start.Length == 0 ? "." : start);
        return from folder in Directory.EnumerateDirectories(parent)
               let isLake = LocalLake.IsIn(folder)
               orderby !isLake, folder
               select new Candidate(start + Path.GetFileName(folder), isLake ? $"{folder}: an embedded lake" : folder);
    }
}
