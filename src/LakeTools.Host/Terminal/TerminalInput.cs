using System.Security;

namespace LakeTools.Host.Terminal;

/// <summary>What a person types in answer to a prompt.</summary>
internal sealed class TerminalInput(HostedSessionOptions options)
{
    /// <summary>Raises what pwsh raises where nobody may be asked.</summary>
    public void DemandInteractive()
    {
        if (options.NonInteractive)
            throw new PSInvalidOperationException("PowerShell is in NonInteractive mode. Read and Prompt functionality is not available.");
    }

    /// <summary>One line; null at the end of the input.</summary>
    public string? ReadLine() => options.Input.ReadLine();

    /// <summary>One line for a prompt that cannot go on without an answer.</summary>
    public string DemandLine() =>
        ReadLine() ?? throw new PSInvalidOperationException("The input ended before the prompt was answered.");

    /// <summary>A line that is not shown.</summary>
    public SecureString ReadSecret()
    {
        var secret = new SecureString();
        if (!options.IsTerminal)
        {
            foreach (char character in ReadLine() ?? "") secret.AppendChar(character);
        }
        else
        {
            while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
            {
                if (key.Key == ConsoleKey.Backspace)
                {
                    if (secret.Length == 0) continue;
                    secret.RemoveAt(secret.Length - 1);
                    options.Output.Write("\b \b");
                }
                else if (key.KeyChar >= ' ')
                {
                    secret.AppendChar(key.KeyChar);
                    options.Output.Write('*');
                }
            }

            options.Output.WriteLine();
        }

        secret.MakeReadOnly();
        return secret;
    }
}
