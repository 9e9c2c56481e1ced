namespace LakeTools.Rules.Text;

/// <summary>A map that has a text, as a cell of a CSV file: <c>domain=sales,hr; region=eu</c>.</summary>
/// <typeparam name="T">Texts, or arrays of texts.</typeparam>
/// <param name="items">The pairs.</param>
internal sealed class ItemMap<T>(IEnumerable<KeyValuePair<string, T>> items)
    : Dictionary<string, T>(items, items is Dictionary<string, T> map ? map.Comparer : StringComparer.Ordinal)
{
    /// <summary>The pairs as a cell of a CSV file has them.</summary>
    /// <returns>Text.</returns>
    public override string ToString() => string.Join("; ", this.Select(pair => MapText.Pair(pair.Key, Text(pair.Value))));

    private static string? Text(T value) => value is IEnumerable<string> many ? string.Join(",", many) : value?.ToString();
}
