using System.Collections;
using System.Management.Automation;
using System.Security;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

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
    private const string FilterSet = "Filter";

    /// <summary>The secret's name or ARN.</summary>
    [Parameter(ParameterSetName = SecretSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = HashtableSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = FileSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Alias("SecretId", "Arn", "Name")]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Reads all secrets that the service's filters choose: <c>@{ 'tag-key' = 'team' }</c>.</summary>
    [Parameter(ParameterSetName = FilterSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public Hashtable? Filter { get; set; }

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
    [Parameter(ParameterSetName = SecretSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = CredentialSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = HashtableSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = FileSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SecretVersionCompleter))]
    public string? VersionId { get; set; }

    /// <summary>A staging label, such as AWSPREVIOUS. Default: AWSCURRENT.</summary>
    [Parameter(ParameterSetName = SecretSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = HashtableSet)]
    [Parameter(ParameterSetName = FileSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VersionStageCompleter))]
    public string? VersionStage { get; set; }

    /// <summary>A file that takes the value; no principal but its owner may read it.</summary>
    [Parameter(ParameterSetName = FileSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (OutFile is not null && Id is [var first, var second, ..]) throw Fault.FileAmbiguous(second, first, second, FullPath(OutFile));
        if (Filter is not null)
        {
            await WriteAllAsync(new SecretBatch(Lake).FindAsync(SecretFilterTable.Of(Filter)!, cancellationToken)).ConfigureAwait(false);
        }
        else if (Id is { Length: > 1 } && VersionId is null && VersionStage is null)
        {
            await WriteAllAsync(new SecretBatch(Lake).GetAsync(Id, cancellationToken)).ConfigureAwait(false);
        }
        else
        {
            foreach (var id in Id is { Length: > 0 } ? Id : new string?[] { null })
                await TryAsync(() => OutFile is null ? WriteAsync(id) : SaveAsync(id, FullPath(OutFile)), id).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(string? id) => WriteObject(Form(await ReadAsync(id).ConfigureAwait(false)));

    private Task SaveAsync(string? id, string file) => WriteFilesAsync([file], id ?? "", async () =>
        await SecretFile.WriteAsync(file, BytesOf(await ReadAsync(id).ConfigureAwait(false)), CancellationToken).ConfigureAwait(false));

    private Task<LakeSecret> ReadAsync(string? id) => new SecretService(Lake).GetAsync(id, VersionId, VersionStage, CancellationToken);

    private async Task WriteAllAsync(IAsyncEnumerable<SecretOutcome> outcomes)
    {
        await foreach (var outcome in outcomes.ConfigureAwait(false))
        {
            await TryAsync(() =>
            {
                if (outcome.Failure is not null) return Task.FromException(outcome.Failure);
                WriteObject(Form(outcome.Secret!));
                return Task.CompletedTask;
            }, outcome.Id).ConfigureAwait(false);
        }
    }

    private object Form(LakeSecret secret)
    {
        if (AsCredential) return SecretCredential.From(secret);
        if (AsHashtable) return HashtableOf(secret);
        if (Key is not null) return AsPlainText ? secret.GetKeyText(Key) : secret.GetKey(Key);
        if (!AsPlainText) return secret;
        return secret.Kind == nameof(LakeSecretKind.Binary) ? secret.GetBytes() : secret.GetPlainText();
    }

    private Hashtable HashtableOf(LakeSecret secret)
    {
        secret.RequireJson();
        // Upper and lower case differ only where the secret has both, as for -Key: no value is lost.
        var isAnyCase = secret.Key.Distinct(StringComparer.OrdinalIgnoreCase).Count() == secret.Key.Count;
        var result = new Hashtable(isAnyCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var key in secret.Key)
            result[key] = secret.IsNull(key) ? null : AsPlainText ? secret.GetKeyText(key) : secret.GetKey(key);
        return result;
    }

    private byte[] BytesOf(LakeSecret secret) =>
        Key is null ? secret.GetBytes() : System.Text.Encoding.UTF8.GetBytes(secret.GetKeyText(Key));
}
