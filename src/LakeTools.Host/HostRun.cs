using System.Management.Automation.Runspaces;

namespace LakeTools.Host;

/// <summary>One run of the program: a script, a command, Pester files or the prompt, up to the exit code.</summary>
internal sealed class HostRun(HostedSession session, HostArguments arguments)
{
    public const int StoppedByUser = 130;

    public int Run()
    {
        int code = arguments.Mode switch
        {
            HostMode.File => RunFile(),
            HostMode.Command => RunCommand(arguments.Text),
            HostMode.Pester => RunPester(),
            _ => RunPrompt(),
        };
        return arguments.NoExit && session.ExitCode is null ? RunPrompt() : code;
    }

    private int RunFile()
    {
        var path = Path.GetFullPath(arguments.Text);
        if (!System.IO.File.Exists(path))
        {
            session.Host.UI.WriteErrorLine(
                $"The argument '{arguments.Text}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.");
            return 64;
        }

        var command = new Command(path, isScript: false);
        ScriptArguments.AddTo(command.Parameters, arguments.ScriptArguments);
        // As pwsh -File: 'exit' in the script is the program's exit, whatever $LASTEXITCODE native programs leave.
        EngineInternals.LetExitReachHost(session.Runspace);
        return new ForegroundPipeline(session).Run(shell => shell.Commands.AddCommand(command)) switch
        {
            PipelineEnd.Stopped => StoppedByUser,
            PipelineEnd.Failed => session.ExitCode ?? 1,
            _ => session.ExitCode ?? 0,
        };
    }

    private int RunCommand(string text) => new ForegroundPipeline(session).Run(shell => shell.AddScript(text, useLocalScope: false)) switch
    {
        PipelineEnd.Stopped => StoppedByUser,
        PipelineEnd.Failed => session.ExitCode ?? 1,
        PipelineEnd.CompletedWithFailure => session.ExitCode ?? 1,
        _ => session.ExitCode ?? 0,
    };

    private int RunPester()
    {
        var end = new ForegroundPipeline(session).Run(shell => shell.AddCommand("Invoke-Pester")
            .AddParameter("Path", arguments.Paths.Count == 0 ? ["."] : arguments.Paths.ToArray())
            .AddParameter("TagFilter", arguments.Tag.ToArray())
            .AddParameter("ExcludeTagFilter", arguments.ExcludeTag.ToArray())
            .AddParameter("FullNameFilter", arguments.FullNameFilter.ToArray())
            .AddParameter("Output", arguments.Output)
            .AddParameter("CI"));
        return end switch
        {
            PipelineEnd.Stopped => StoppedByUser,
            PipelineEnd.Failed => session.ExitCode ?? 1,
            _ => session.ExitCode ?? 0,
        };
    }

    private int RunPrompt() => new InteractivePrompt(session).Run();
}
