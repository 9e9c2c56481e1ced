namespace LakeTools.Local.Wire.Signing;

/// <summary>The scope of a signature: <c>AKID/20261124/us-east-1/glue/aws4_request</c>.</summary>
internal sealed record CredentialScope(string AccessKeyId, string Date, string Region, string Service)
{
    public const string Terminator = "aws4_request";

    /// <summary>The scope as the string to sign has it, without the key.</summary>
    public string Text => $"{Date}/{Region}/{Service}/{Terminator}";

    public static CredentialScope? TryParse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 5 && parts[4] == Terminator && Array.TrueForAll(parts, part => part.Length > 0)
            ? new CredentialScope(parts[0], parts[1], parts[2], parts[3])
            : null;
    }
}
