using System.Management.Automation.Host;

namespace LakeTools.Host.Terminal;

/// <summary>Asks for a name and a password.</summary>
internal sealed class CredentialPrompt(PSHostUserInterface terminal, TerminalInput input)
{
    /// <returns>Null where no name was typed.</returns>
    public PSCredential? Ask(string? caption, string? message, string? userName)
    {
        if (!string.IsNullOrEmpty(caption)) terminal.WriteLine("\n" + caption);
        if (!string.IsNullOrEmpty(message)) terminal.WriteLine(message);
        if (string.IsNullOrEmpty(userName))
        {
            terminal.Write("User: ");
            userName = input.DemandLine();
            if (userName.Length == 0) return null;
        }

        terminal.Write($"Password for user {userName}: ");
        return new PSCredential(userName, input.ReadSecret());
    }
}
