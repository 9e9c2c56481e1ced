namespace LakeTools.Local.Wire;

/// <summary>The headers of a request or answer by name, in any case. Values given more than once are joined by a comma.</summary>
internal sealed class WireHeaders : Dictionary<string, string>
{
    public WireHeaders()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>Adds a value as one more of this name.</summary>
    public void Append(string name, string value) => this[name] = TryGetValue(name, out var known) ? known + "," + value : value;
}
