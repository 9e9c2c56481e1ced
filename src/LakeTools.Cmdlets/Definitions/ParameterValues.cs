using System.Collections;
using System.Globalization;
using System.Management.Automation;
using LakeTools.Core.Definitions.Nodes;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Values of a definition's parameters, as people give them: texts, lists, hashtables and objects.</summary>
internal static class ParameterValues
{
    public static DefinitionValues Of(Hashtable? values) => new((values ?? []).Cast<DictionaryEntry>().Select(entry =>
        KeyValuePair.Create(Text(entry.Key) ?? "", Node(entry.Value, 0))));

    private static DefinitionNode Node(object? value, int depth)
    {
        var plain = PSValue.Of(value);
        // A list that holds itself would go on.
        if (depth > DefinitionNode.MaxDepth) return new DefinitionNode.Scalar(Text(plain)) { Place = DefinitionValues.Place };
        return plain switch
        {
            PSCustomObject => new DefinitionNode.Map([.. PSObject.AsPSObject(value).Properties.Select(member =>
                new DefinitionEntry(member.Name, DefinitionValues.Place, Node(member.Value, depth + 1)))])
            {
                Place = DefinitionValues.Place,
            },
            IDictionary map => new DefinitionNode.Map([.. map.Cast<DictionaryEntry>().Select(entry =>
                new DefinitionEntry(Text(entry.Key) ?? "", DefinitionValues.Place, Node(entry.Value, depth + 1)))])
            {
                Place = DefinitionValues.Place,
            },
            IEnumerable list and not string => new DefinitionNode.List([.. list.Cast<object?>().Select(item => Node(item, depth + 1))])
            {
                Place = DefinitionValues.Place,
            },
            _ => new DefinitionNode.Scalar(Text(plain)) { Place = DefinitionValues.Place },
        };
    }

    private static string? Text(object? value) => value is null ? null : Convert.ToString(PSValue.Of(value), CultureInfo.InvariantCulture);
}
