using System.Globalization;

namespace LakeTools.Host;

/// <summary>The program: reads the command line and answers with pwsh's exit codes.</summary>
public static class Program
{
    /// <summary>Runs a script, a command, Pester files or the prompt, as <see cref="HostArguments"/> says.</summary>
    /// <returns>What the script exits with; 1 after a terminating error; 130 after Ctrl+C; 64 for a wrong command line.</returns>
    public static int Main(string[] args)
    {
        HostArguments arguments;
        try
        {
            arguments = HostArguments.Parse(args);
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine(HelpText.Usage);
            return 64;
        }

        switch (arguments.Mode)
        {
            case HostMode.Help:
                Console.WriteLine(HelpText.Full);
                return 0;
            case HostMode.Version:
                Console.WriteLine(HelpText.Version);
                return 0;
        }

        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new EnglishCulture();
        if (arguments.WorkingDirectory is { } folder) Environment.CurrentDirectory = folder;
        using var session = HostedSession.Open(HostedSessionOptions.ForConsole(arguments.NonInteractive));
        return new HostRun(session, arguments).Run();
    }
}
