namespace LakeTools.Rules.Names;

/// <summary>
/// Names of a row's columns as an object of PowerShell can have them: none empty, and none twice, also where case does not count. A second
/// <c>NAME</c> becomes <c>NAME_2</c>, and an empty name <c>col3</c> by its place.
/// </summary>
internal sealed class PropertyNames
{
    private readonly UniqueNames _unique = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _names = [];

    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>Adds a name behind the others.</summary>
    /// <param name="name">The name as it is written.</param>
    public void Add(string name) => _names.Add(_unique.Take(name.Length > 0 ? name : HiveNames.Numbered(_names.Count)));
}
