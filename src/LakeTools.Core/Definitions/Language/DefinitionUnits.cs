using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Definitions.Language;

/// <summary>The things of a definition that was written of a state, by the lines on which they begin.</summary>
internal static class DefinitionUnits
{
    /// <summary>Walks the things in the order of the text.</summary>
    /// <param name="root">The definition.</param>
    /// <param name="state">The state that it was written of.</param>
    public static IReadOnlyList<(int Line, StateKey Key)> Of(DefinitionNode.Map root, LakeState state)
    {
        var units = new List<(int, StateKey)>();
        if (root.Entries.FirstOrDefault(entry => entry.Key == "settings") is { } settings)
            units.AddRange(state.Items.Where(item => item.Key.Kind == StateKind.Setting).Select(item => (settings.Place.Line, item.Key)));
        List("administrators", StateKind.Administrator, item => [item]);
        List("readOnlyAdministrators", StateKind.ReadOnlyAdministrator, item => [item]);
        List(DefinitionBinder.AcceptShares, StateKind.Share, item => [item]);
        List("locations", StateKind.Location, item => [item]);
        Map("tags", StateKind.Tag);
        Map("expressions", StateKind.TagExpression);
        foreach (var database in Entries(root, "databases")) Database(database);
        foreach (var kind in NamedKind.All) Map(kind.Key, kind.Kind);
        List("grants", StateKind.Grant, item => Enumerable.Repeat(item, GrantFacts.Grants(item).Count));
        List("optIns", StateKind.OptIn, item => [item]);
        return units;

        void List(string name, StateKind kind, Func<StateItem, IEnumerable<StateItem>> times)
        {
            if (root.Find(name) is not DefinitionNode.List list) return;
            units.AddRange(list.Items.Zip(state.Items.Where(item => item.Key.Kind == kind).SelectMany(times),
                (node, item) => (node.Place.Line, item.Key)));
        }

        void Map(string name, StateKind kind) => units.AddRange(Entries(root, name)
            .Zip(state.Items.Where(item => item.Key.Kind == kind), (entry, item) => (entry.Place.Line, item.Key)));

        void Database(DefinitionEntry database)
        {
            Add(database, StateKind.Database, LakeResource.Database(database.Key));
            Assignment(database, LakeResource.Database(database.Key));
            foreach (var table in Entries(database.Value, "tables"))
            {
                var resource = LakeResource.Table(database.Key, table.Key);
                Add(table, StateKind.Table, resource);
                Assignment(table, resource);
                foreach (var column in Entries(table.Value, "columnTags"))
                    Add(column, StateKind.TagAssignment, LakeResource.Columns(database.Key, table.Key, [column.Key]));
                foreach (var filter in Entries(table.Value, "filters"))
                    Add(filter, StateKind.DataFilter, LakeResource.DataFilter(database.Key, table.Key, filter.Key));
            }
        }

        void Assignment(DefinitionEntry thing, LakeResource resource)
        {
            if ((thing.Value as DefinitionNode.Map)?.Entries.FirstOrDefault(entry => entry.Key == "tags") is { } tags)
                Add(tags, StateKind.TagAssignment, resource);
        }

        void Add(DefinitionEntry entry, StateKind kind, LakeResource resource) =>
            units.Add((entry.Place.Line, StateKey.Of(kind, resource)));
    }

    private static IEnumerable<DefinitionEntry> Entries(DefinitionNode node, string name) =>
        (node as DefinitionNode.Map)?.Find(name) is DefinitionNode.Map map
            ? map.Entries.Select(entry => entry with { Key = DefinitionParameters.Unescape(entry.Key) }) : [];
}
