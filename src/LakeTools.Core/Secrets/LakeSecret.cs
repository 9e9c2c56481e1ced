using System.Security;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>
/// A secret with its value. The value is reachable through methods only, so nothing that looks at properties
/// (Format-*, Out-String, ConvertTo-Json, Export-Csv, Export-Clixml, string interpolation) shows any of it.
/// </summary>
public sealed class LakeSecret
{
    private readonly SecretContent _content;

    internal LakeSecret(string name, string arn, string versionId, string[] versionStage, DateTime? createdDate, SecretContent content)
    {
        (Name, Arn, VersionId, VersionStage, CreatedDate, _content) =
            (name, arn, versionId, new ItemList<string>(versionStage), createdDate, content);
        Key = new ItemList<string>(content.Keys);
    }

    /// <summary>The value for -Id: the ARN.</summary>
    public string Id => Arn;

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The ARN.</summary>
    public string Arn { get; }

    /// <summary>The version's id.</summary>
    public string VersionId { get; }

    /// <summary>The version's staging labels, such as <c>AWSCURRENT</c>; empty for a deprecated version.</summary>
    public IReadOnlyList<string> VersionStage { get; }

    /// <summary>The kind of the value: Text, Json or Binary.</summary>
    public string Kind => _content.Kind.ToString();

    /// <summary>The keys of a JSON secret, in its order; otherwise empty.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>When the version was created; local time.</summary>
    public DateTime? CreatedDate { get; }

    /// <summary>The value of one key of a JSON secret.</summary>
    /// <param name="key">The key.</param>
    /// <returns>A SecureString: the text of a string, the JSON of anything else.</returns>
    /// <exception cref="LakeException"><c>SecretKeyNotFound</c>, <c>SecretKeyIsNull</c>, <c>SecretKeyAmbiguous</c>.</exception>
    public SecureString this[string key] => GetKey(key);

    /// <summary>The value of one key of a JSON secret.</summary>
    /// <param name="key">The key; upper and lower case differ only where the secret has both.</param>
    /// <returns>A SecureString: the text of a string, the JSON of anything else.</returns>
    /// <exception cref="LakeException"><c>SecretKeyNotFound</c>, <c>SecretKeyIsNull</c>, <c>SecretKeyAmbiguous</c>.</exception>
    public SecureString GetKey(string key) => PlainText.Secure(GetKeyText(key));

    /// <summary>The value of one key of a JSON secret, readable.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The text.</returns>
    /// <exception cref="LakeException"><c>SecretKeyNotFound</c>, <c>SecretKeyIsNull</c>, <c>SecretKeyAmbiguous</c>.</exception>
    public string GetKeyText(string key) => SecretKeys.Find(this, key) is { } spelled
        ? _content.Read(spelled) ?? throw Fault.SecretKeyIsNull(key, Name, key)
        : throw Fault.SecretKeyNotFound(key, Name, key,
            _content.Kind != LakeSecretKind.Json ? $"none, because {_content.ObjectFault}" : string.Join(", ", Key));

    /// <summary>Whether a key of a JSON secret is null, and so has no text.</summary>
    /// <param name="key">The key.</param>
    /// <returns>True if the secret has the key, and it is null.</returns>
    /// <exception cref="LakeException"><c>SecretKeyAmbiguous</c>.</exception>
    public bool IsNull(string key) => SecretKeys.Find(this, key) is { } spelled && _content.Read(spelled) is null;

    /// <summary>The whole text.</summary>
    /// <returns>A SecureString.</returns>
    /// <exception cref="LakeException"><c>SecretIsBinary</c>.</exception>
    public SecureString GetText() => PlainText.Secure(GetPlainText());

    /// <summary>The whole text, readable.</summary>
    /// <returns>The text.</returns>
    /// <exception cref="LakeException"><c>SecretIsBinary</c>.</exception>
    public string GetPlainText() => _content.Text
        ?? throw Fault.SecretIsBinary(Name);

    /// <summary>The bytes: of a binary secret as they are, of a text in UTF-8.</summary>
    /// <returns>A copy.</returns>
    public byte[] GetBytes() => _content.ToBytes();

    /// <summary>Requires a JSON object, which has keys.</summary>
    /// <exception cref="LakeException"><c>SecretIsNoJson</c>.</exception>
    public void RequireJson()
    {
        if (_content.Kind != LakeSecretKind.Json) throw Fault.SecretIsNoJson(Name, _content.ObjectFault);
    }

    /// <summary>Shows the name only.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
