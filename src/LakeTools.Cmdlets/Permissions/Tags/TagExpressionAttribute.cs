using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// Takes expressions on LF-Tags as hashtables, as objects of a JSON file, and as a CSV file's cell has them:
/// <c>domain=sales,hr; region=eu</c>. An empty cell is none. Nothing between two semicolons is an
/// error, for a variable without a value would leave a condition out, and permit more.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TagExpressionAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = PSValue.WithProperties(inputData);
        return value switch
        {
            string text => Parse(text),
            PSObject row => new Hashtable(
                row.Properties.ToDictionary(property => property.Name, property => property.Value), StringComparer.OrdinalIgnoreCase),
            _ => value,
        };
    }

    private static Hashtable? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var table = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var condition in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (condition.Split('=', 2) is not [var key, var values])
                throw new ArgumentTransformationMetadataException($"'{condition}' is not a valid condition. "
                    + "Write key=value,value; key=value.");
            var split = values.Split(',', StringSplitOptions.TrimEntries);
            // Conditions on the same key are joined, as those of a hashtable whose keys differ only in case.
            table[key.Trim()] = table[key.Trim()] is string[] before ? [.. before, .. split] : split;
        }

        return table;
    }
}
