using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// Where codes of MFA devices come from: the one that was given, once, since AWS takes none twice; then the user, while there is
/// somebody to ask.
/// </summary>
/// <param name="given">The code that was given, or null.</param>
internal sealed class MfaCodes(string? given)
{
    private string? _given = given;

    /// <summary>True where a role of the connection asks for a code.</summary>
    public bool AreNeeded { get; set; }

    /// <summary>Asks the user for the code of a device; null where nobody can be asked.</summary>
    public Func<string, string?>? Ask { get; set; }

    /// <summary>A code.</summary>
    /// <exception cref="LakeException"><c>MfaCodeNeeded</c>: there is none, or what was typed is no code.</exception>
    public string Next(string device, string role)
    {
        var code = Interlocked.Exchange(ref _given, null) ?? Ask?.Invoke(device)?.Trim();
        return code is { Length: 6 } && code.All(char.IsAsciiDigit)
            ? code
            : throw Fault.MfaCodeNeeded(device, role, device);
    }
}
