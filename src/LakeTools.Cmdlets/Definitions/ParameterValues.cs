using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Definitions;

/// <summary>Values of a definition's parameters, as people give them: texts, lists, hashtables and objects.</summary>
internal static class ParameterValues
{
    /// <summary>Reads the values.</summary>
    /// <exception cref="LakeException"><c>HashtableValueInvalid</c>.</exception>
    public static DefinitionValues Of(Hashtable? values) => new((values ?? []).Cast<DictionaryEntry>().Select(entry =>
    {
        var name = Text(nameof(Hashtable), entry.Key);
        return KeyValuePair.Create(name, Node(name, entry.Value, 0));
    }));

    private static DefinitionNode Node(string key, object? value, int depth)
    {
        var plain = PSValue.Of(value);
        // A list that holds itself would go on.
        if (depth > DefinitionNode.MaxDepth) return new DefinitionNode.Scalar(plain?.ToString()) { Place = DefinitionValues.Place };
        return plain switch
        {
            PSCustomObject => new DefinitionNode.Map([.. PSObject.AsPSObject(value).Properties.Select(member =>
                new DefinitionEntry(member.Name, DefinitionValues.Place, Node(key, member.Value, depth + 1)))])
            {
                Place = DefinitionValues.Place,
            },
            IDictionary map => new DefinitionNode.Map([.. map.Cast<DictionaryEntry>().Select(entry =>
                new DefinitionEntry(Text(key, entry.Key), DefinitionValues.Place, Node(key, entry.Value, depth + 1)))])
            {
                Place = DefinitionValues.Place,
            },
            IEnumerable list and not string => new DefinitionNode.List([.. list.Cast<object?>().Select(item => Node(key, item, depth + 1))])
            {
                Place = DefinitionValues.Place,
            },
            _ => new DefinitionNode.Scalar(StringMap.Text(key, plain)) { Place = DefinitionValues.Place },
        };
    }

    private static string Text(string key, object? value) => StringMap.Text(key, value) ?? "";
}
