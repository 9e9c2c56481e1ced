namespace LakeTools.Local.SecretsManager;

/// <summary>One version of a secret, its value still encrypted.</summary>
/// <param name="VersionId">The ClientRequestToken of the call that made it.</param>
/// <param name="IsBinary">True for SecretBinary, false for SecretString.</param>
/// <param name="Value">The encrypted bytes; none for a version that a rotation has made and no function has filled yet.</param>
/// <param name="Created">Milliseconds since 1970.</param>
/// <param name="Accessed">The day of the last read, at midnight UTC.</param>
internal sealed record SecretVersion(string VersionId, bool IsBinary, byte[] Value, long Created, long? Accessed)
{
    /// <summary>True if there is no value yet.</summary>
    public bool IsEmpty => Value.Length == 0;
}
