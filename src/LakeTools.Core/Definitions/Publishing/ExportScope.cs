using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Publishing;

/// <summary>What an export reads: a lake, or databases of it.</summary>
internal static class ExportScope
{
    /// <summary>The scope of an export.</summary>
    /// <param name="database">A database's name with wildcards; null for the whole lake.</param>
    /// <param name="leftOut">Receives what a definition cannot express.</param>
    public static StateScope Of(string? database, LeftOut leftOut) => new(
        new LakeState([]),
        new Ownership([database is null
            ? new OwnedThing(OwnedKind.Everything, "*") : new OwnedThing(OwnedKind.Database, database.ToLowerInvariant())]),
        Everything: database is null) { LeftOut = leftOut };

    /// <summary>Refuses databases of which there is none: a mistyped name would replace a file with an empty definition.</summary>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>NoDatabaseMatches</c>.</exception>
    public static void Check(string? database, LakeState state)
    {
        if (database is null || state.Items.Any(item => item.Key.Kind == StateKind.Database)) return;
        var pattern = new KeyPattern(database);
        throw pattern.HasWildcards ? Fault.NoDatabaseMatches(database) : Fault.DatabaseNotFound(pattern.Prefix);
    }
}
