using LakeTools.Host.Terminal;

namespace LakeTools.Host;

/// <summary>The prompt: reads a command, completes it over several lines where it is not finished, runs it, until exit.</summary>
internal sealed class InteractivePrompt(HostedSession session, bool isNested = false)
{
    private bool _left;

    /// <summary>Leaves a nested prompt after the present command.</summary>
    public void Leave() => _left = true;

    public int Run()
    {
        var end = PipelineEnd.Completed;
        while (!_left && session.ExitCode is null && ReadCommand() is { } text)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            end = new ForegroundPipeline(session, isNested).Run(shell => shell.AddScript(text, useLocalScope: false));
        }

        return session.ExitCode ?? (end == PipelineEnd.Failed ? 1 : 0);
    }

    private string? ReadCommand()
    {
        var lines = new List<string>();
        while (true)
        {
            session.Host.UI.Write(lines.Count == 0 ? Prompt() : ">> ");
            var line = session.Host.Terminal.ReadCommandLine();
            if (line is null) return lines.Count == 0 ? null : string.Join('\n', lines);
            if (line == LineEditor.Abandoned) return "";
            lines.Add(line);
            var text = string.Join('\n', lines);
            if (line.Length == 0 || !IsUnfinished(text)) return text;
        }
    }

    private string Prompt()
    {
        try
        {
            using var shell = isNested
                ? System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace)
                : System.Management.Automation.PowerShell.Create(session.Runspace);
            return string.Concat(shell.AddCommand("prompt").Invoke().Select(part => part?.ToString()));
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }

    private static bool IsUnfinished(string text)
    {
        System.Management.Automation.Language.Parser.ParseInput(text, out _, out var errors);
        return errors.Any(error => error.IncompleteInput);
    }
}
