using System.Globalization;

namespace LakeTools.Rules.Names;

/// <summary>
/// The names of a JSON object's properties as an object of PowerShell can have them: a name that stands twice is one
/// property, whose last value counts; names that differ in case only are told apart by a number.
/// </summary>
internal sealed class PropertyNames
{
    private readonly List<string> _written = [];
    private readonly List<string> _names = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The place of a name; a new one's is behind the others.</summary>
    /// <param name="name">The name as it is written.</param>
    /// <returns>The place, from 0.</returns>
    public int Place(string name)
    {
        var known = _written.IndexOf(name);
        if (known >= 0) return known;
        var unique = name.Length > 0 ? name : HiveNames.Numbered(_names.Count);
        for (var i = 2; _names.Contains(unique, StringComparer.OrdinalIgnoreCase); i++)
            unique = $"{name}_{i.ToString(CultureInfo.InvariantCulture)}";
        _written.Add(name);
        _names.Add(unique);
        return _names.Count - 1;
    }
}
