using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>Completes the type of a column that is written as <c>name:type</c>, also inside of a type.</summary>
public sealed class ColumnTypeCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        Before(line.Word) is { } before ? HiveType.Known.Select(type => new Candidate(before + type, type)) : [];

    private static string? Before(string typed)
    {
        var before = typed[..(typed.LastIndexOfAny([':', '<', ',']) + 1)];
        return before.Contains(':', StringComparison.Ordinal) ? before : null;
    }
}
