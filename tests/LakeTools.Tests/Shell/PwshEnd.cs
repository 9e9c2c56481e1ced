namespace LakeTools.Tests.Shell;

/// <summary>How a run of pwsh ended.</summary>
internal sealed record PwshEnd(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of the output without empty ones.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
