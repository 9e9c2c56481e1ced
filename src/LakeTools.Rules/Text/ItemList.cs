using System.Collections.ObjectModel;

namespace LakeTools.Rules.Text;

/// <summary>
/// A list that is joined by commas as text: Export-Csv writes a property's ToString, and what it writes must bind again when Import-Csv
/// reads it.
/// </summary>
/// <typeparam name="T">The type of the list's items; an item's text represents it.</typeparam>
/// <param name="items">The items.</param>
/// <param name="areNames">True if the items are names that can have a comma: see <see cref="ListText"/>.</param>
internal sealed class ItemList<T>(IEnumerable<T> items, bool areNames = false) : ReadOnlyCollection<T>([.. items])
{
    /// <summary>The items as a cell of a CSV file has them.</summary>
    /// <returns>Text such as <c>id:int, region:string</c>.</returns>
    public override string ToString() =>
        areNames ? string.Join(", ", this.Select(item => ListText.Item($"{item}"))) : string.Join(", ", this);
}
