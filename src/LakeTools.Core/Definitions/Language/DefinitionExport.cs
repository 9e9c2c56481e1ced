using System.Text;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <summary>
/// Writes a lake as a definition that is valid and equivalent. The result is read again, and an item that differs from the one
/// in the lake is left out and listed at the top of the file.
/// </summary>
internal static class DefinitionExport
{
    private const int MostOfValue = 200;
    private const string NotExported = """
        # An export has no partitions, statistics and objects, nothing that lies in its catalogs, no passwords and values of secrets,
        # and no tags of catalogs. It has the roles, buckets and secrets that the lake names.

        """;

    /// <summary>Writes a definition.</summary>
    /// <param name="name">The definition's name.</param>
    /// <param name="home">The lake, with its account.</param>
    /// <param name="state">The lake.</param>
    /// <param name="unsaid">The parts that a definition cannot express, as text.</param>
    /// <returns>YAML.</returns>
    public static string Write(string name, LakeHome home, LakeState state, IReadOnlyList<string> unsaid)
    {
        var (said, left) = Said(name, home, state, unsaid);
        var text = DefinitionWriter.Write(name, home.AccountId!, said);
        if (text.Length > DefinitionFiles.MaxBytes)
            left.Add("The file is larger than definitions may be: export it with -Split, or database by database.");
        return Head(left) + text;
    }

    /// <summary>Writes a definition as files that include each other.</summary>
    /// <inheritdoc cref="Write"/>
    /// <returns>The files; the first one includes the others.</returns>
    public static IReadOnlyList<DefinitionFile> WriteParts(string name, LakeHome home, LakeState state, IReadOnlyList<string> unsaid)
    {
        var (said, left) = Said(name, home, state, unsaid);
        var parts = DefinitionWriter.WriteParts(name, home.AccountId!, said);
        left.AddRange(parts.Where(part => part.Text.Length > DefinitionFiles.MaxBytes)
            .Select(part => $"{part.Path} is larger than definitions may be."));
        return [parts[0] with { Text = Head(left) + parts[0].Text }, .. parts.Skip(1)];
    }

    // The part of a lake that a definition can express, and what is left out.
    private static (LakeState Said, List<string> Left) Said(string name, LakeHome home, LakeState state, IReadOnlyList<string> unsaid)
    {
        var left = new List<string>(unsaid.Select(text => text + "."));
        left.AddRange(state.Items.SelectMany(item => item.Facts.Keys.Select(SeparateFact.Property).OfType<string>()
            .Select(property => $"{item.Key.Kind} {item.Key.Id}: its separate values of {property}, which a definition cannot express.")));
        state = new LakeState(state.Items.Select(Sayable));
        while (true)
        {
            Dictionary<StateKey, string> wrong;
            try
            {
                wrong = WrongIn(DefinitionWriter.Write(name, home.AccountId!, state), home, state);
            }
            catch (DefinitionSyntaxException)
            {
                left.Add("The lake has more than a definition can have, so the definition was not read again. "
                    + "Export each database separately.");
                return (state, left);
            }

            if (wrong.Count == 0) return (state, left);
            left.AddRange(wrong.Select(pair => $"{pair.Key.Kind} {pair.Key.Id}: {pair.Value}"));
            var inTheWay = state;
            state = state.Where(item => !wrong.Keys.Any(key => IsIn(item, key, inTheWay)));
        }
    }

    /// <summary>The items of a state that a definition cannot express, with the reason.</summary>
    public static IReadOnlyDictionary<StateKey, string> Wrong(string name, LakeHome home, LakeState state) =>
        WrongIn(DefinitionWriter.Write(name, home.AccountId!, state), home, state);

    // The items of a lake that a definition cannot express.
    private static Dictionary<StateKey, string> WrongIn(string text, LakeHome home, LakeState state)
    {
        var wrong = new Dictionary<StateKey, string>();
        var findings = new DefinitionFindings();
        var root = YamlDefinition.Read(text, "");
        DefinitionContent? content = null;
        try
        {
            var filled = new DefinitionExpansion([], findings).Fill(root, DefinitionScope.Empty);
            content = new DefinitionBinder(home, findings).Bind(filled);
        }
        catch (TooManyFindingsException)
        {
            // The others are found after these are left out.
        }

        var units = DefinitionUnits.Of((DefinitionNode.Map)root, state);
        foreach (var finding in findings.All)
            if (units.LastOrDefault(unit => unit.Line <= finding.Line).Key is { Id: not null } key) wrong.TryAdd(key, finding.Message);
        if (wrong.Count > 0 || content is null) return wrong;
        foreach (var item in state.Items.Where(item => item.Facts.Count > 0 || item.Key.Kind != StateKind.Setting))
            if (Problem(item, content.Desired.Find(item.Key)) is { } problem) wrong.TryAdd(item.Key, problem);
        return wrong;
    }

    // What is read again as something else; null if nothing is.
    private static string? Problem(StateItem item, StateItem? read)
    {
        if (read is null) return "A definition cannot express it.";
        var facts = TableFacts.InFormOf(read, item);
        var lost = item.Facts.FirstOrDefault(fact => facts.GetValueOrDefault(fact.Key) != fact.Value);
        if (lost.Key is not null) return $"A definition cannot express {lost.Key}: '{Start(lost.Value)}'.";
        var added = facts.Keys.FirstOrDefault(fact => !item.Facts.ContainsKey(fact));
        return added is null ? null : $"A definition cannot express it without {added}.";
    }

    private static StateItem Sayable(StateItem item) => !item.Facts.Keys.Any(fact => SeparateFact.Property(fact) is not null) ? item
        : item with
        {
            Facts = StateItem.FactsOf(item.Facts.Where(fact => SeparateFact.Property(fact.Key) is null)
                .Select(fact => (fact.Key, (string?)fact.Value))),
        };

    private static string Start(string value) => value.Length <= MostOfValue ? value : value[..MostOfValue] + "…";

    // The contents of a database or a table are left out with it.
    private static bool IsIn(StateItem item, StateKey key, LakeState state)
    {
        if (item.Key == key) return true;
        if (key.Kind is not (StateKind.Database or StateKind.Table)
            || item.Key.Kind is not (StateKind.Table or StateKind.DataFilter or StateKind.TagAssignment)) return false;
        var (within, resource) = (state.Find(key)!.Resource!, item.Resource!);
        return resource.DatabaseName == within.DatabaseName && (key.Kind == StateKind.Database || resource.TableName == within.TableName);
    }

    private static string Head(List<string> left)
    {
        var head = new StringBuilder(NotExported);
        if (left.Count > 0) head.Append("# Left out:\n");
        foreach (var line in left) head.Append("#   ").Append(PlainLine.Of(line)).Append('\n');
        return head.ToString();
    }
}
