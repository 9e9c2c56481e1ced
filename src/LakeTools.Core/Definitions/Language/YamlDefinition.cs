using LakeTools.Core.Definitions.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace LakeTools.Core.Definitions.Language;

/// <summary>
/// Reads YAML, and JSON, which is YAML too, into nodes. The text may come from a stranger: its depth is bounded, and so are its
/// parts, counted as often as aliases repeat them. A part cannot hold itself.
/// </summary>
internal sealed class YamlDefinition
{
    private const int MaxNodes = DefinitionExpansion.MaxParts;
    private const string MergeKey = "<<";

    private readonly Parser _parser;
    private readonly string _path;

    // The node of an anchor, and the number of its parts; null while the node is still being read.
    private readonly Dictionary<string, (DefinitionNode Node, int Count)?> _anchors = new(StringComparer.Ordinal);
    private int _count;

    private YamlDefinition(string text, string path)
    {
        _parser = new Parser(new StringReader(text));
        _path = path;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file, for places.</param>
    /// <returns>The root.</returns>
    /// <exception cref="DefinitionSyntaxException">The text is not YAML, or goes beyond a bound. The message repeats nothing of it.
    /// </exception>
    public static DefinitionNode Read(string text, string path)
    {
        var reader = new YamlDefinition(text, path);
        try
        {
            return reader.Document();
        }
        catch (YamlException error)
        {
            throw Tab(text, path, error) ?? new DefinitionSyntaxException(Place(error.Start, path), error.Message);
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The exception that YamlDotNet's scanner throws for some texts that are not YAML.
            throw new DefinitionSyntaxException(Place(reader._parser.Current?.Start ?? Mark.Empty, path), "It is not YAML from here on.");
        }
    }

    // A tab in the indentation is at fault where the parser comes to another end with spaces in its place. Between brackets tabs are
    // allowed.
    private static DefinitionSyntaxException? Tab(string text, string path, YamlException error)
    {
        var lines = text.Split('\n');
        DefinitionPlace? first = null;
        for (var line = 0; line < lines.Length; line++)
        {
            var length = Math.Max(0, lines[line].AsSpan().IndexOfAnyExcept(' ', '\t'));
            var tab = lines[line].IndexOf('\t', 0, length);
            if (tab < 0) continue;
            first ??= new DefinitionPlace(path, line + 1, tab + 1);
            lines[line] = new string(' ', length) + lines[line][length..];
        }

        if (first is null) return null;
        try
        {
            _ = new YamlDefinition(string.Join('\n', lines), path).Document();
        }
        catch (YamlException other) when (other.Start.Equals(error.Start))
        {
            return null;
        }
        catch (Exception other) when (other is YamlException or DefinitionSyntaxException)
        {
            // Something else is wrong as well.
        }

        return new DefinitionSyntaxException(first, "The indentation of this line has a tab. YAML is indented with spaces.");
    }

    private DefinitionNode Document()
    {
        Next();
        if (Next() is StreamEnd end) return new DefinitionNode.Scalar(null) { Place = Place(end.Start, _path) };
        var root = Node(Next(), 0);
        Next();
        var behind = Next();
        return behind is StreamEnd ? root : throw Wrong(behind, "A second document begins here, and a definition is one.");
    }

    private DefinitionNode Node(ParsingEvent at, int depth)
    {
        if (depth > DefinitionNode.MaxDepth) throw Wrong(at, $"It is nested more than {DefinitionNode.MaxDepth} deep.");
        if (at is AnchorAlias alias) return Repeated(alias);
        var before = _count;
        Count(at, 1);
        var anchor = at is NodeEvent { Anchor.IsEmpty: false } named ? named.Anchor.Value : null;
        if (at is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
            throw Wrong(at, "A YAML type or tag (!) is not allowed in a definition. Remove it, or quote the text.");
        if (anchor is not null) _anchors[anchor] = null;
        DefinitionNode node = at switch
        {
            MappingStart => new DefinitionNode.Map(Entries(depth)) { Place = Place(at.Start, _path) },
            SequenceStart => new DefinitionNode.List(Items(depth)) { Place = Place(at.Start, _path) },
            Scalar scalar => new DefinitionNode.Scalar(Text(scalar)) { Place = Place(at.Start, _path) },
            _ => throw Wrong(at, "A value was expected here."),
        };
        if (anchor is not null) _anchors[anchor] = (node, _count - before);
        return node;
    }

    private List<DefinitionEntry> Entries(int depth)
    {
        var entries = new List<DefinitionEntry>();
        while (Next() is var key and not MappingEnd)
        {
            var name = Node(key, depth + 1) is DefinitionNode.Scalar { Text: { } text } ? text : throw Wrong(key, "A key is a text.");
            if (key is Scalar { Style: ScalarStyle.Plain, Value: MergeKey })
                throw Wrong(key, "A merge key (<<) is not allowed: YAML 1.2 does not have it. Write the keys, or use include.");
            entries.Add(new DefinitionEntry(name, Place(key.Start, _path), Node(Next(), depth + 1)));
        }

        return entries;
    }

    private List<DefinitionNode> Items(int depth)
    {
        var items = new List<DefinitionNode>();
        while (Next() is var item and not SequenceEnd) items.Add(Node(item, depth + 1));
        return items;
    }

    private DefinitionNode Repeated(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var known))
            throw Wrong(alias, "An anchor of this name does not exist before this line.");
        if (known is not { } anchored) throw Wrong(alias, "The part that this alias refers to contains itself.");
        Count(alias, anchored.Count);
        return anchored.Node;
    }

    private void Count(ParsingEvent at, int parts)
    {
        _count += parts;
        if (_count > MaxNodes) throw Wrong(at, $"It has more than {MaxNodes} parts.");
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!_parser.MoveNext()) throw new YamlException("The text ends too early.");
        }
        while (_parser.Current is Comment);
        return _parser.Current!;
    }

    private static string? Text(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL" ? null : scalar.Value;

    private DefinitionSyntaxException Wrong(ParsingEvent at, string message) => new(Place(at.Start, _path), message);

    private static DefinitionPlace Place(Mark mark, string path) =>
        new(path, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));
}
