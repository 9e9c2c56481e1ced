using Amazon.SecretsManager.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Secrets;

/// <summary>Makes random passwords.</summary>
/// <param name="connection">The lake.</param>
public sealed class PasswordService(LakeConnection connection)
{
    /// <summary>Makes a password, which <see cref="SecretGuard"/> remembers.</summary>
    /// <param name="options">The permitted characters.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The password.</returns>
    /// <exception cref="LakeException"><c>InvalidRequest</c>: no characters are left, or too few for one of each kind.</exception>
    public async Task<string> CreateAsync(PasswordOptions options, CancellationToken cancellationToken)
    {
        var request = new GetRandomPasswordRequest
        {
            PasswordLength = options.Length,
            ExcludeCharacters = options.ExcludedCharacters,
            ExcludeNumbers = options.ExcludesNumbers ? true : null,
            ExcludePunctuation = options.ExcludesPunctuation ? true : null,
            ExcludeUppercase = options.ExcludesUppercase ? true : null,
            ExcludeLowercase = options.ExcludesLowercase ? true : null,
            IncludeSpace = options.IncludesSpace ? true : null,
            RequireEachIncludedType = options.AllowsMissingKind ? false : null,
        };
        var answer = await connection.Clients.SecretsManager.GetRandomPasswordAsync(request, cancellationToken).ConfigureAwait(false);
        SecretGuard.Process.Remember(answer.RandomPassword);
        return answer.RandomPassword;
    }
}
