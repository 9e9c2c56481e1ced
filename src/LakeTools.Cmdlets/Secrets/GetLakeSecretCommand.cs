using System.Collections;
using System.Management.Automation;
using System.Security;
using LakeTools.Core.Errors;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Reads a secret, whole or one key of it, in the form that is needed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeSecret", DefaultParameterSetName = SecretSet)]
[OutputType(typeof(LakeSecret), typeof(SecureString), typeof(string), typeof(byte[]), typeof(PSCredential), typeof(Hashtable))]
public sealed class GetLakeSecretCommand : LakeCmdlet
{
    private const string SecretSet = "Secret";
    private const string CredentialSet = "Credential";
    private const string HashtableSet = "Hashtable";
    private const string FileSet = "File";

    /// <summary>The secret's name or ARN.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SecretId", "Arn", "Name")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Id { get; set; }

    /// <summary>One key of a JSON secret.</summary>
    [Parameter(ParameterSetName = SecretSet, Position = 1)]
    [Parameter(ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>Gives readable text instead of SecureStrings; bytes of a binary secret.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = HashtableSet)]
    public SwitchParameter AsPlainText { get; set; }

    /// <summary>Gives a PSCredential of a JSON secret with user name and password.</summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    public SwitchParameter AsCredential { get; set; }

    /// <summary>Gives the keys of a JSON secret as a hashtable of SecureStrings.</summary>
    [Parameter(ParameterSetName = HashtableSet, Mandatory = true)]
    public SwitchParameter AsHashtable { get; set; }

    /// <summary>A version's id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VersionId { get; set; }

    /// <summary>A staging label, such as AWSPREVIOUS. Default: AWSCURRENT.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VersionStage { get; set; }

    /// <summary>A file that takes the value; nobody but its owner may read it.</summary>
    [Parameter(ParameterSetName = FileSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Id is { Length: > 0 } ? Id : new string?[] { null })
        {
            await TryAsync(async () =>
            {
                var secret = await new SecretService(Lake).GetAsync(id, VersionId, VersionStage, cancellationToken).ConfigureAwait(false);
                if (OutFile is null) WriteObject(Form(secret));
                else await SecretFile.WriteAsync(FullPath(OutFile), BytesOf(secret), cancellationToken).ConfigureAwait(false);
            }, id).ConfigureAwait(false);
        }
    }

    private object Form(LakeSecret secret)
    {
        if (AsCredential) return SecretCredential.From(secret);
        if (AsHashtable) return HashtableOf(secret);
        if (Key is not null) return AsPlainText ? secret.GetKeyText(Key) : secret.GetKey(Key);
        if (!AsPlainText) return secret;
        return secret.Kind == LakeSecretKind.Binary ? secret.GetBytes() : secret.GetPlainText();
    }

    private Hashtable HashtableOf(LakeSecret secret)
    {
        if (secret.Kind != LakeSecretKind.Json)
            throw new LakeException(nameof(Errors.SecretIsNoJson), LakeErrorCategory.InvalidData, secret.Name, Errors.SecretIsNoJson, secret.Name);
        var result = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var key in secret.Key) result[key] = AsPlainText ? secret.GetKeyText(key) : secret.GetKey(key);
        return result;
    }

    private byte[] BytesOf(LakeSecret secret) => Key is null ? secret.GetBytes() : System.Text.Encoding.UTF8.GetBytes(secret.GetKeyText(Key));
}
