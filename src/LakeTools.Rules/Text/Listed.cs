using System.Diagnostics.CodeAnalysis;

namespace LakeTools.Rules.Text;

/// <summary>Gives the lists and maps of output objects a text that Export-Csv can write.</summary>
internal static class Listed
{
    /// <summary>A list with such a text.</summary>
    /// <typeparam name="T">The type of the list's items.</typeparam>
    /// <param name="items">Any list; null stays null.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlyList<T>? Of<T>(IReadOnlyList<T>? items) => items is null or ItemList<T> ? items : new ItemList<T>(items);

    /// <summary>A list of names that can have a comma, such as those of columns.</summary>
    /// <param name="names">Any list.</param>
    public static IReadOnlyList<string> Names(IEnumerable<string> names) => new ItemList<string>(names, areNames: true);

    /// <summary>A map with such a text.</summary>
    /// <typeparam name="T">Texts, or arrays of texts.</typeparam>
    /// <param name="items">Any map; null stays null.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlyDictionary<string, T>? Of<T>(IReadOnlyDictionary<string, T>? items) =>
        items is null or ItemMap<T> ? items : new ItemMap<T>(items);

    /// <summary>No items.</summary>
    /// <typeparam name="T">The type of the list's items.</typeparam>
    public static IReadOnlyList<T> None<T>() => Empty<T>.Items;

    /// <summary>No pairs.</summary>
    public static IReadOnlyDictionary<string, string> NoPairs { get; } = new ItemMap<string>([]);

    private static class Empty<T>
    {
        public static readonly ItemList<T> Items = new([]);
    }
}
