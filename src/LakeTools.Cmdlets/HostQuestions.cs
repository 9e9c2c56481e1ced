using System.Management.Automation.Host;

namespace LakeTools.Cmdlets;

/// <summary>Says whether somebody is there to answer a question.</summary>
internal static class HostQuestions
{
    /// <summary>Whether a host may be asked. pwsh itself ends without a word where it prompts and its input is at its end, as under cron.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <returns>False where it would end.</returns>
    public static bool CanAsk(PSHost host) => !(host.Name == "ConsoleHost" && Console.IsInputRedirected && Console.In.Peek() < 0);

    /// <summary>Whether an exception is the way in which a host without a user says so.</summary>
    /// <param name="exception">What the question threw.</param>
    /// <returns>True where nobody could be asked.</returns>
    public static bool IsRefusal(Exception exception) =>
        exception is HostException or InvalidOperationException or NotImplementedException or NotSupportedException;
}
