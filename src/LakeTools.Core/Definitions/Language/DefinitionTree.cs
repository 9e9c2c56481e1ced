using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <summary>
/// Reads the files of a definition into one tree, with its parts and with the modules that it uses. A module is read once for each use,
/// with the values of that use.
/// </summary>
/// <param name="files">Finds and reads files.</param>
/// <param name="readers">Readers by file extension, for other languages.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class DefinitionTree(
    DefinitionFiles files, IReadOnlyDictionary<string, Func<string, string, DefinitionNode>> readers, DefinitionFindings findings)
{
    /// <summary>The keys of a module that is included.</summary>
    public static string[] ModuleKeys { get; } = [File, DefinitionExpansion.For, With];

    private const string File = "file";
    private const string With = "with";
    private const string Include = "include";
    private const string Parameter = "parameters";
    private const int MaxDepth = 20;

    private readonly NodeReader _read = new(findings, LakeHome.Embedded);
    private readonly DefinitionExpansion _expansion = new(DefinitionBinder.Repeated, findings);
    private readonly DefinitionMerge _merge = new(findings);
    private readonly Dictionary<string, DefinitionNode.Map?> _parsed = new(DefinitionFiles.Names);

    /// <summary>Reads a definition.</summary>
    /// <param name="path">Its first file.</param>
    /// <param name="values">Values of its parameters.</param>
    /// <returns>All of it, filled; null if the first file cannot be read.</returns>
    /// <exception cref="LakeException"><c>FileError</c>.</exception>
    public DefinitionNode.Map? Read(string path, DefinitionValues values)
    {
        var first = new DefinitionPlace(path, 1, 1);
        var given = values.All.Select(value => new DefinitionEntry(value.Key, first, value.Value)).ToList();
        return Read(path, given, [], null, null);
    }

    // Reads the first file of the definition, or of a module that a place includes.
    private DefinitionNode.Map? Read(string path, IReadOnlyList<DefinitionEntry> given, IReadOnlyList<string> within, DefinitionPlace? at,
        string? expansion)
    {
        var unit = new Unit();
        Gather(path, unit, within, at);
        if (unit.Parts.Count == 0) return null;
        var variables = new List<DefinitionVariable>();
        var declared = (DefinitionNode.Map)_merge.Of(unit.Parts.ConvertAll(part => Only(part, key => key == Parameter)));
        var (scope, isWhole) = Scope(declared, given, at, expansion, variables);

        // A missing value of a module is not a fault of the module.
        if (at is not null && !isWhole) return null;

        // Filled before they are merged: entries with the same text as their key may repeat other lists.
        var parts = unit.Parts.ConvertAll(part => _expansion.Fill(Only(part, key => key is not (Parameter or Include)), scope, ""));
        foreach (var (module, by) in unit.Modules) parts.AddRange(Modules(module, scope, by));
        foreach (var variable in variables.Where(variable => !variable.IsUsed))
            findings.Add(variable.Place, DefinitionExpansion.Unused(variable.Name));
        return (DefinitionNode.Map)_merge.Of(parts);
    }

    // Gathers the parts that share their parameters, each once, and the modules that they use.
    private void Gather(string path, Unit unit, IReadOnlyList<string> within, DefinitionPlace? at)
    {
        var full = Path.GetFullPath(path);
        if (within.Contains(full, DefinitionFiles.Names) || within.Count == MaxDepth)
        {
            findings.Add(at ?? new DefinitionPlace(path, 1, 1), Fault.DefinitionIncludeCircle(path));
            return;
        }

        if (!unit.Taken.Add(full) || Parse(path, full, at) is not { } map) return;
        unit.Parts.Add(map);
        IReadOnlyList<string> chain = [.. within, full];
        foreach (var include in Includes(map.Find(Include)))
        {
            if (include is DefinitionNode.Map module) unit.Modules.Add((module, chain));
            else if (_read.Text(include, Include) is { } name && Find(name, full, include.Place) is { } file)
                Gather(file, unit, chain, include.Place);
        }
    }

    private static IEnumerable<DefinitionNode> Includes(DefinitionNode? node) =>
        node is DefinitionNode.List list ? list.Items : node is null ? [] : [node];

    private IEnumerable<DefinitionNode> Modules(DefinitionNode.Map module, DefinitionScope scope, IReadOnlyList<string> by)
    {
        _read.Map(module, Include, ModuleKeys);
        if (module.Find(File) is not { } name) _read.Missing(module, Include, File);
        var file = _read.Text(module.Find(File), $"{Include}.{File}") is { } text ? Find(text, by[^1], module.Place) : null;
        foreach (var inner in _expansion.Repeat(module, "", scope))
        {
            var with = module.Find(With) is { } values ? _expansion.Fill(values, inner) : null;
            var given = _read.Open(with, $"{Include}.{With}")?.Entries ?? [];
            if (file is null) continue;
            var at = module.Place with { Expansion = inner.Expansion };
            var expansion = inner == scope ? scope.Read($"{at.Path}:{at.Line}") : inner.Expansion;
            if (Read(file, given, by, at, expansion) is { } read) yield return read;
        }
    }

    private string? Find(string include, string by, DefinitionPlace at)
    {
        try
        {
            return files.Find(include, by);
        }
        catch (LakeException refused)
        {
            findings.Add(at, refused);
            return null;
        }
    }

    // A file that is used several times is read once.
    private DefinitionNode.Map? Parse(string path, string full, DefinitionPlace? at)
    {
        if (!_parsed.TryGetValue(full, out var map)) _parsed[full] = map = ParseNew(path, at);
        return map;
    }

    private DefinitionNode.Map? ParseNew(string path, DefinitionPlace? at)
    {
        DefinitionNode node;
        try
        {
            var text = DefinitionFiles.Read(path);
            node = readers.TryGetValue(Path.GetExtension(path).ToLowerInvariant(), out var reader)
                ? reader(text, path)
                : YamlDefinition.Read(text, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (at is null) throw Fault.FileError(path, error.Message, inner: error);
            findings.Add(at, Fault.FileError(null, error.Message));
            return null;
        }
        catch (DefinitionSyntaxException error)
        {
            findings.Add(error.Place, Fault.DefinitionUnreadable(error.Message));
            return null;
        }

        // A file that is not a definition may contain anything, even a password: an error repeats none of it.
        if (node is not DefinitionNode.Map map)
        {
            findings.Add(node.Place, Fault.DefinitionTypeWrong("A definition", "a map", node.Kind));
            return null;
        }

        if (map.Entries.Any(entry => DefinitionBinder.Keys.Contains(entry.Key))) return map;
        findings.Add(
            map.Place,
            Fault.DefinitionUnreadable($"It has no key of a definition: {string.Join(", ", DefinitionBinder.Keys)}."));
        return null;
    }

    private (DefinitionScope Scope, bool IsWhole) Scope(DefinitionNode.Map whole, IReadOnlyList<DefinitionEntry> given,
        DefinitionPlace? at, string? expansion, List<DefinitionVariable> variables)
    {
        var (values, nothing) = (new List<(DefinitionVariable, DefinitionNode)>(), DefinitionScope.Of([], expansion));
        var isWhole = true;
        foreach (var parameter in _read.Open(whole.Find(Parameter), Parameter, areFolded: true)?.Entries ?? [])
        {
            var what = $"{Parameter}.{parameter.Key}";
            var map = parameter.Value is DefinitionNode.Map ? _read.Map(parameter.Value, what, "default", "allowed", "description") : null;
            var preset = map is null ? parameter.Value : map.Find("default");
            var value = given.FirstOrDefault(entry => entry.Key == parameter.Key)?.Value
                ?? (preset is null ? null : _expansion.Fill(preset, nothing));
            if (value is null or DefinitionNode.Scalar { Text: null })
            {
                isWhole = false;
                var way = at is null ? $"-Parameter @{{ {parameter.Key} = 'value' }}" : $"with: {{ {parameter.Key}: value }}";
                findings.Add(at ?? parameter.Place, Fault.DefinitionParameterMissing(parameter.Key, way));
            }
            else if (map?.Find("allowed") is { } choices)
            {
                CheckAllowed(value, at ?? parameter.Place, what, choices);
            }

            var variable = new DefinitionVariable(parameter.Key, parameter.Place);
            variables.Add(variable);
            values.Add((variable, value ?? new DefinitionNode.Scalar("") { Place = parameter.Place }));
        }

        var names = variables.ConvertAll(variable => variable.Name);
        foreach (var entry in given.Where(entry => !names.Contains(entry.Key)))
            findings.Suggest(
                at is null ? whole.Place : entry.Place,
                Fault.DefinitionParameterUnknown(entry.Key, names.Count == 0 ? "none" : string.Join(", ", names)),
                Spelling.Nearest(entry.Key, names));
        return (DefinitionScope.Of(values, expansion), isWhole);
    }

    private void CheckAllowed(DefinitionNode value, DefinitionPlace at, string what, DefinitionNode choices)
    {
        var allowed = _read.Many(choices, what + ".allowed").Select(one => one.Text).ToList();
        if (value is not DefinitionNode.Scalar { Text: { } text })
            findings.Add(at, Fault.DefinitionTypeWrong(what, $"one of {string.Join(", ", allowed)}", value.Kind));
        else if (allowed.Count > 0 && !allowed.Contains(text))
            findings.Suggest(
                at,
                Fault.DefinitionValueUnknown(text, what, Spelling.DidYouMean(text, allowed), string.Join(", ", allowed)),
                Spelling.Nearest(text, allowed));
    }

    private static DefinitionNode Only(DefinitionNode.Map map, Func<string, bool> isTaken) =>
        map with { Entries = [.. map.Entries.Where(entry => isTaken(entry.Key))] };

    // The files that share their parameters.
    private sealed class Unit
    {
        public List<DefinitionNode.Map> Parts { get; } = [];

        public List<(DefinitionNode.Map Module, IReadOnlyList<string> By)> Modules { get; } = [];

        public HashSet<string> Taken { get; } = new(DefinitionFiles.Names);
    }
}
