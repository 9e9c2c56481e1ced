namespace LakeTools.Host.Pester;

/// <summary>An It, for one item of its -ForEach.</summary>
public sealed class TestCase(string name, TestBlock block, ScriptBlock? body, object? data, bool hasData, bool skip, string?[] tag)
{
    private string? _expandedName;
    private string? _path;

    public string Name => name;

    public TestBlock Block => block;

    public ScriptBlock Body => body ?? ScriptBlock.Create("");

    public object? Data => data;

    public bool HasData => hasData;

    public bool Skip => skip;

    /// <summary>The name with its templates filled in.</summary>
    public string ExpandedName
    {
        get => _expandedName ?? name;
        set => _expandedName = value;
    }

    /// <summary>The names of the blocks and of the test, joined by dots.</summary>
    public string Path
    {
        get => _path ?? name;
        set => _path = value;
    }

    /// <summary>Passed, Failed, Skipped or Inconclusive.</summary>
    public string Result { get; set; } = "NotRun";

    /// <summary>Why it failed.</summary>
    public ErrorRecord? ErrorRecord { get; set; }

    /// <summary>Why it was skipped.</summary>
    public string? Because { get; set; }

    public TimeSpan Duration { get; set; }

    /// <summary>Whether the body has a param block, into which the keys of the data go.</summary>
    public bool TakesParameters =>
        data is IDictionary && Body.Ast is System.Management.Automation.Language.ScriptBlockAst { ParamBlock: not null };

    /// <summary>Whether the tags ask for it.</summary>
    public bool IsWanted(string[] tags, string[] excluded) =>
        (tags.Length == 0 || tag.Any(own => tags.Contains(own, StringComparer.OrdinalIgnoreCase)))
        && !tag.Any(own => excluded.Contains(own, StringComparer.OrdinalIgnoreCase));
}
