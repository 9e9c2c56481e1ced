namespace LakeTools.Local.Wire.Signing;

/// <summary>A request whose signature is not accepted; the endpoint that it was for says so in its own codes.</summary>
internal sealed class AuthException(AuthFailure failure, string message) : Exception(message)
{
    public AuthFailure Failure => failure;

    /// <summary>The elements of S3's error besides its code and message.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];
}
