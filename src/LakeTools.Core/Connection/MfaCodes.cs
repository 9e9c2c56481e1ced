using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection;

/// <summary>
/// The source of MFA codes: first the given code, once, because AWS accepts each code only once; then the user, while there is
/// somebody to ask.
/// </summary>
/// <param name="given">The code that was given, or null.</param>
internal sealed class MfaCodes(string? given)
{
    private string? _given = given;

    /// <summary>True if a role of the connection asks for a code.</summary>
    public bool AreNeeded { get; set; }

    /// <summary>Prompts for the code of a device. Null if there is no user.</summary>
    public Func<string, string?>? Ask { get; set; }

    /// <summary>A code.</summary>
    /// <exception cref="LakeException"><c>MfaCodeNeeded</c>: there is no code, or the input is not a code.</exception>
    public string Next(string device, string role)
    {
        var code = Interlocked.Exchange(ref _given, null) ?? Ask?.Invoke(device)?.Trim();
        return code is { Length: 6 } && code.All(char.IsAsciiDigit)
            ? code
            : throw Fault.MfaCodeNeeded(device, role, device);
    }
}
