using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Data;

/// <summary>Takes the values of columns from what comes through a pipeline: objects with properties, or hashtables.</summary>
internal static class RowValues
{
    /// <summary>The names of an object's columns.</summary>
    /// <param name="item">The object.</param>
    public static string[] NamesOf(PSObject item) => item.BaseObject is IDictionary dictionary
        ? dictionary.Keys.Cast<object>().Select(key => key.ToString() ?? "").ToArray()
        : item.Properties.Where(property => property.IsGettable).Select(property => property.Name).ToArray();

    /// <summary>An object's values.</summary>
    /// <param name="item">The object.</param>
    /// <param name="names">The columns; one that the object does not have is null.</param>
    public static object?[] Of(PSObject item, IReadOnlyList<string> names)
    {
        var values = new object?[names.Count];
        var dictionary = item.BaseObject as IDictionary;
        for (var i = 0; i < values.Length; i++) values[i] = Plain(dictionary is not null ? dictionary[names[i]] : item.Properties[names[i]]?.Value);
        return values;
    }

    private static object? Plain(object? value)
    {
        if (value is PSObject wrapped) value = wrapped.BaseObject;
        return value switch
        {
            null or DBNull or PSCustomObject => value is PSCustomObject ? value.ToString() : null,
            string or byte[] => value,
            IEnumerable => LanguagePrimitives.ConvertTo<string>(value),
            _ => value,
        };
    }
}
