using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Gets the credentials of a connection now where a role asks for an MFA code, which is good for half a minute. When the role's session
/// ends, the next call fails with <c>MfaCodeNeeded</c>, because there is no user to prompt.
/// </summary>
/// <param name="connection">The connection.</param>
public sealed class MfaSignIn(LakeConnection connection)
{
    /// <summary>Gets the credentials; does nothing where no code is needed.</summary>
    /// <param name="askForCode">Prompts for the code of the device with this serial number. Null if there is no user.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The work.</returns>
    /// <exception cref="LakeException"><c>MfaCodeNeeded</c> or <c>MfaCodeRefused</c>.</exception>
    public async Task RunAsync(Func<string, string?> askForCode, CancellationToken cancellationToken)
    {
        var codes = connection.MfaCodes;
        if (!codes.AreNeeded) return;
        codes.Ask = askForCode;
        try
        {
            await connection.Credentials.GetCredentialsAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            codes.Ask = null;
        }
    }
}
