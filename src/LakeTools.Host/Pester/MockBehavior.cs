namespace LakeTools.Host.Pester;

/// <summary>What a Mock says.</summary>
public sealed class MockBehavior(string name, string moduleName, ScriptBlock body, ScriptBlock? filter, bool verifiable)
{
    public string Name => name;

    public string ModuleName => moduleName;

    public ScriptBlock Body => body;

    public ScriptBlock? Filter => filter;

    public bool Verifiable => verifiable;

    public int Hits { get; set; }

    public bool IsInstalledInModule { get; set; }

    /// <summary>Whether it is about that command, called from that module.</summary>
    public bool Replaces(string command, string? module) =>
        string.Equals(command, name, StringComparison.OrdinalIgnoreCase)
            && string.Equals(module ?? "", moduleName, StringComparison.OrdinalIgnoreCase);
}
