namespace LakeTools.Local.SecretsManager;

/// <summary>One version of a secret, its value still encrypted.</summary>
/// <param name="VersionId">The ClientRequestToken of the call that made it.</param>
/// <param name="IsBinary">True for SecretBinary, false for SecretString.</param>
/// <param name="Value">The encrypted bytes.</param>
/// <param name="Created">Milliseconds since 1970.</param>
/// <param name="Accessed">The day of the last read, at midnight UTC.</param>
internal sealed record SecretVersion(string VersionId, bool IsBinary, byte[] Value, long Created, long? Accessed);
