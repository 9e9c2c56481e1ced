using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace LakeTools.Core.Definitions.Language;

/// <summary>Reads YAML, and JSON, which is YAML too, into nodes.</summary>
internal static class YamlDefinition
{
    private const int MaxNodes = 1_000_000; // anchors may name a part again and again

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The file, for places.</param>
    /// <param name="findings">Gets what is wrong.</param>
    /// <returns>The root, or null where the text cannot be read.</returns>
    public static DefinitionNode? Read(string text, string path, DefinitionFindings findings)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var count = 0;
            return stream.Documents.Count == 0
                ? new DefinitionNode.Scalar(null) { Place = new DefinitionPlace(path, 1, 1) }
                : Node(stream.Documents[0].RootNode, path, ref count);
        }
        catch (YamlException error)
        {
            findings.Add(
                new DefinitionPlace(path, (int)Math.Max(1, error.Start.Line), (int)Math.Max(1, error.Start.Column)),
                Fault.DefinitionUnreadable(error.InnerException?.Message ?? error.Message));
            return null;
        }
    }

    private static DefinitionNode Node(YamlNode node, string path, ref int count)
    {
        if (++count > MaxNodes) throw new YamlException(node.Start, node.End, $"It has more than {MaxNodes} parts.");
        var place = Place(node, path);
        switch (node)
        {
            case YamlMappingNode map:
                var entries = new List<DefinitionEntry>(map.Children.Count);
                foreach (var (key, value) in map.Children)
                    entries.Add(new DefinitionEntry((key as YamlScalarNode)?.Value
                        ?? key.ToString(), Place(key, path), Node(value, path, ref count)));
                return new DefinitionNode.Map(entries) { Place = place };
            case YamlSequenceNode list:
                var items = new List<DefinitionNode>(list.Children.Count);
                foreach (var item in list.Children) items.Add(Node(item, path, ref count));
                return new DefinitionNode.List(items) { Place = place };
            default:
                var scalar = (YamlScalarNode)node;
                var isNull = scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null";
                return new DefinitionNode.Scalar(isNull ? null : scalar.Value) { Place = place };
        }
    }

    private static DefinitionPlace Place(YamlNode node, string path) => new(path, (int)node.Start.Line, (int)node.Start.Column);
}
