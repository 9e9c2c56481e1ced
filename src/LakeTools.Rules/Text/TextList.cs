using System.Collections.ObjectModel;

namespace LakeTools.Rules.Text;

/// <summary>
/// Texts in an order of their own. As text they are joined by commas: Export-Csv writes a property's ToString, and what it
/// writes must bind again when Import-Csv reads it.
/// </summary>
/// <param name="texts">The texts.</param>
internal sealed class TextList(IEnumerable<string> texts) : ReadOnlyCollection<string>([.. texts])
{
    /// <summary>The texts as a cell of a CSV file has them.</summary>
    public override string ToString() => string.Join(", ", this);
}
