namespace LakeTools.Host.Pester;

/// <summary>Makes script blocks that run in the session state of who called the Pester stand-in, and not in its own.</summary>
public static class CallerBlock
{
    public static ScriptBlock Create(SessionState caller, string text)
    {
        var block = ScriptBlock.Create(text);
        EngineInternals.Bind(block, caller);
        return block;
    }
}
