using System.Management.Automation;
using System.Management.Automation.Host;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>Returns whether a user can answer a prompt.</summary>
internal static class HostQuestions
{
    /// <summary>Whether a host can prompt. pwsh ends without a message if it prompts at the end of its input, as in cron.</summary>
    /// <param name="host">The host.</param>
    /// <returns>False if it would end.</returns>
    public static bool CanAsk(PSHost host) => !(host.Name == "ConsoleHost" && Console.IsInputRedirected && Console.In.Peek() < 0);

    /// <summary>Asks for confirmation. At the end of its input, pwsh throws an exception as if it had a bug.</summary>
    /// <param name="command">The command.</param>
    /// <param name="question">Asks, and returns the answer.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="LakeException"><c>ConfirmationImpossible</c>.</exception>
    public static bool Confirm(PSCmdlet command, Func<bool> question)
    {
        try
        {
            return question();
        }
        catch (NullReferenceException error) when (!CanAsk(command.Host))
        {
            throw Fault.ConfirmationImpossible(command.MyInvocation.MyCommand.Name, inner: error);
        }
    }

    /// <summary>Whether an exception is that of a host without a user.</summary>
    /// <param name="exception">The exception of the prompt.</param>
    /// <returns>True if no user could be prompted.</returns>
    public static bool IsRefusal(Exception exception) =>
        exception is HostException or InvalidOperationException or NotImplementedException or NotSupportedException;
}
