
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Reads a definition from its file: with what it includes, and with its parameters filled in.</summary>
/// <param name="readers">Readers by a file's extension, for languages that Core does not know.</param>
public sealed class DefinitionSource(IReadOnlyDictionary<string, Func<string, string, DefinitionNode>> readers)
{
    private const int MaxDepth = 20;

    /// <summary>Reads and checks a definition. Makes no call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <param name="accountId">The account that completes <c>role/name</c>; null to check alone.</param>
    /// <returns>The definition as far as it can be read, and everything that is wrong.</returns>
    /// <exception cref="LakeException"><c>FileError</c>, <c>DefinitionAccountDiffers</c>.</exception>
    internal (DefinitionContent? Content, IReadOnlyList<LakeFinding> Findings) Read(string path,
        IReadOnlyDictionary<string, string> parameters, string? accountId)
    {
        var findings = new DefinitionFindings();
        try
        {
            var files = new DefinitionFiles(path, [".yaml", ".yml", ".json", .. readers.Keys]);
            if (File(path, files, findings, [], null) is not { } root) return (null, findings.All);
            var values = Parameters(root, parameters, findings);
            var filled = new DefinitionParameters(values, findings).Fill(Without(root, "parameters", "include"));
            var account = Account(filled, findings);
            if (account is not null && accountId is not null && account != accountId)
                throw Fault.DefinitionAccountDiffers(path, account, accountId);
            var content = new DefinitionBinder(accountId ?? account, findings).Bind(filled);
            return (content, findings.All);
        }
        catch (TooManyFindingsException)
        {
            return (null, findings.All);
        }
    }

    /// <summary>Everything that is wrong with a definition; makes no call.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parameters">Values of parameters.</param>
    /// <returns>The findings, in the order of the files.</returns>
    public IReadOnlyList<LakeFinding> Check(string path, IReadOnlyDictionary<string, string> parameters) =>
        Read(path, parameters, null).Findings;

    private DefinitionNode.Map? File(string path, DefinitionFiles files, DefinitionFindings findings, List<string> within,
        DefinitionPlace? at)
    {
        var full = Path.GetFullPath(path);
        if (within.Contains(full) || within.Count == MaxDepth)
        {
            findings.Add(at ?? new DefinitionPlace(path, 1, 1), Fault.DefinitionIncludeCircle(path));
            return null;
        }

        if (!files.TryTake(full)) return null; // what it says is there already
        string text;
        try
        {
            text = DefinitionFiles.Read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (at is null) throw Fault.FileError(path, error.Message, inner: error);
            findings.Add(at, Fault.FileError(null, error.Message));
            return null;
        }

        DefinitionNode node;
        try
        {
            node = readers.TryGetValue(Path.GetExtension(path).ToLowerInvariant(), out var reader)
                ? reader(text, path)
                : YamlDefinition.Read(text, path);
        }
        catch (DefinitionSyntaxException error)
        {
            findings.Add(error.Place, Fault.DefinitionUnreadable(error.Message));
            return null;
        }

        // What is no definition may be anything, a password too: nothing of it is repeated.
        if (node is not DefinitionNode.Map map)
        {
            findings.Add(node.Place, Fault.DefinitionTypeWrong("A definition", "a map", node.Kind));
            return null;
        }

        if (!map.Entries.Any(entry => DefinitionBinder.Keys.Contains(entry.Key)))
        {
            findings.Add(
                map.Place,
                Fault.DefinitionUnreadable($"It has none of the keys of a definition: {string.Join(", ", DefinitionBinder.Keys)}."));
            return null;
        }

        foreach (var (include, place) in new NodeReader(findings).Many(map.Find("include"), "include"))
        {
            if (Included(include, full, files, findings, [.. within, full], place) is { } fragment)
                map = (DefinitionNode.Map)Merge(map, Without(fragment, "include"), findings);
        }

        return map;
    }

    private DefinitionNode.Map? Included(string include, string by, DefinitionFiles files, DefinitionFindings findings,
        List<string> within, DefinitionPlace at)
    {
        try
        {
            return File(files.Find(include, by), files, findings, within, at);
        }
        catch (LakeException refused)
        {
            findings.Add(at, refused);
            return null;
        }
    }

    // Maps are put together key by key, lists one after the other; a text that is another one here and there is a contradiction.
    private static DefinitionNode Merge(DefinitionNode one, DefinitionNode other, DefinitionFindings findings)
    {
        switch (one, other)
        {
            case (DefinitionNode.Map a, DefinitionNode.Map b):
                var (ofA, ofB) = (First(a), First(b));
                var entries = a.Entries.Select(entry => ofB.TryGetValue(entry.Key, out var same)
                    ? entry with { Value = Merge(entry.Value, same, findings) }
                    : entry);
                return a with { Entries = [.. entries, .. b.Entries.Where(entry => !ofA.ContainsKey(entry.Key))] };
            case (DefinitionNode.List a, DefinitionNode.List b):
                return a with { Items = [.. a.Items, .. b.Items] };
            case (DefinitionNode.Scalar a, DefinitionNode.Scalar b) when a.Text == b.Text:
                return one;
            default:
                findings.Add(
                    other.Place,
                    Fault.DefinitionContradiction((other as DefinitionNode.Scalar)?.Text ?? other.Kind, one.Place));
                return one;
        }
    }

    // A key that stands twice is a finding of its own.
    private static Dictionary<string, DefinitionNode> First(DefinitionNode.Map map)
    {
        var values = new Dictionary<string, DefinitionNode>(map.Entries.Count, StringComparer.Ordinal);
        foreach (var entry in map.Entries) values.TryAdd(entry.Key, entry.Value);
        return values;
    }

    private static DefinitionNode Without(DefinitionNode node, params string[] keys) =>
        node is DefinitionNode.Map map ? map with { Entries = [.. map.Entries.Where(entry => !keys.Contains(entry.Key))] } : node;

    private static string? Account(DefinitionNode definition, DefinitionFindings findings)
    {
        if ((definition as DefinitionNode.Map)?.Find(DefinitionBinder.Account) is not { } node) return null;
        if (new NodeReader(findings).Text(node, DefinitionBinder.Account) is not { } account) return null;
        if (account.Length == 12 && account.All(char.IsAsciiDigit)) return account;
        findings.Add(node.Place, Fault.DefinitionAccountInvalid(account));
        return null;
    }

    private static Dictionary<string, string> Parameters(DefinitionNode root, IReadOnlyDictionary<string, string> given,
        DefinitionFindings findings)
    {
        var read = new NodeReader(findings);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var declared = (root as DefinitionNode.Map)?.Find("parameters");
        foreach (var parameter in read.Open(declared, "parameters", areFolded: true)?.Entries ?? [])
        {
            var what = $"parameters.{parameter.Key}";
            var map = parameter.Value is DefinitionNode.Map ? read.Map(parameter.Value, what, "default", "allowed", "description") : null;
            var value = given.TryGetValue(parameter.Key, out var chosen)
                ? chosen : read.Text(map is null ? parameter.Value : map.Find("default"), what);
            var allowed = read.Many(map?.Find("allowed"), what + ".allowed").Select(one => one.Text).ToList();
            if (value is null) findings.Add(parameter.Place, Fault.DefinitionParameterMissing(parameter.Key));
            else if (allowed.Count > 0 && !allowed.Contains(value))
                findings.Suggest(
                    parameter.Place,
                    Fault.DefinitionValueUnknown(value, what, Spelling.DidYouMean(value, allowed), string.Join(", ", allowed)),
                    Spelling.Nearest(value, allowed));
            values[parameter.Key] = value ?? "";
        }

        foreach (var name in given.Keys.Where(name => !values.ContainsKey(name)))
            findings.Suggest(
                root.Place,
                Fault.DefinitionParameterUnknown(name, values.Count == 0 ? "none" : string.Join(", ", values.Keys)),
                Spelling.Nearest(name, values.Keys));
        return values;
    }
}
