namespace LakeTools.Rules.Names;

/// <summary>
/// The names of a JSON object's properties as an object of PowerShell can have them: a name that stands twice is one
/// property, whose last value counts; names that differ in case only are told apart by a number.
/// </summary>
internal sealed class PropertyNames
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly UniqueNames _unique = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The place of a name; a new one's is behind the others.</summary>
    /// <param name="name">The name as it is written.</param>
    /// <returns>The place, from 0.</returns>
    public int Place(string name)
    {
        if (_places.TryGetValue(name, out var known)) return known;
        _places.Add(name, _names.Count);
        _names.Add(_unique.Take(name.Length > 0 ? name : HiveNames.Numbered(_names.Count)));
        return _names.Count - 1;
    }
}
