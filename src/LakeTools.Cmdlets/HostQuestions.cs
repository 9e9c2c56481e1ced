using System.Management.Automation.Host;

namespace LakeTools.Cmdlets;

/// <summary>Returns whether a user can answer a prompt.</summary>
internal static class HostQuestions
{
    /// <summary>Whether a host can prompt. pwsh ends without a message if it prompts at the end of its input, as in cron.</summary>
    /// <param name="host">The host.</param>
    /// <returns>False if it would end.</returns>
    public static bool CanAsk(PSHost host) => !(host.Name == "ConsoleHost" && Console.IsInputRedirected && Console.In.Peek() < 0);

    /// <summary>Whether an exception is that of a host without a user.</summary>
    /// <param name="exception">The exception of the prompt.</param>
    /// <returns>True if no user could be prompted.</returns>
    public static bool IsRefusal(Exception exception) =>
        exception is HostException or InvalidOperationException or NotImplementedException or NotSupportedException;
}
