using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Net;
using System.Security;
using LakeTools.Cmdlets.Input;
using LakeTools.Core.Catalog;
using LakeTools.Core.Connection;
using LakeTools.Core.Connection.Sources;
using LakeTools.Local.Faults;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// <para type="synopsis">Chooses the lake that the following commands work on: an AWS account, or an embedded lake in a folder.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Lake", DefaultParameterSetName = ProfileSet)]
[OutputType(typeof(LakeConnection))]
public sealed class ConnectLakeCommand : AsyncCmdlet
{
    private const string ProfileSet = "Profile";
    private const string KeySet = "AccessKey";
    private const string CredentialSet = "Credential";
    private const string LocalSet = "Local";
    private const string InputSet = "InputObject";

    /// <summary>A profile of the shared AWS config and credentials files; one that does not exist is an error.</summary>
    [Parameter(ParameterSetName = ProfileSet, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The ID of an access key.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? AccessKey { get; set; }

    /// <summary>The secret of the access key: a SecureString, or text.</summary>
    [Parameter(ParameterSetName = KeySet, Mandatory = true)]
    [ValidateNotNull]
    [SecureText]
    public SecureString? SecretKey { get; set; }

    /// <summary>The token of temporary credentials: a SecureString, or text.</summary>
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [SecureText]
    public SecureString? SessionToken { get; set; }

    /// <summary>
    /// A PSCredential: an access key's id as the user name and its secret as the password; or what Get-AWSCredential of AWS.Tools returns.
    /// </summary>
    [Parameter(ParameterSetName = CredentialSet, Mandatory = true)]
    [ValidateNotNull]
    public PSObject? Credential { get; set; }

    /// <summary>The folder of an embedded lake; made if it does not exist.</summary>
    [Parameter(ParameterSetName = LocalSet, Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocalLakeCompleter))]
    public string? Local { get; set; }

    /// <summary>
    /// The principal to act as in an embedded lake: an ARN, <c>role/name</c> or <c>user/name</c>. Default: its administrator.
    /// </summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocalPrincipalCompleter))]
    public string? As { get; set; }

    /// <summary>
    /// The account to be in, twelve digits; added to the embedded lake where it does not exist. Default: that of -As, or the lake's first
    /// account, which is 000000000000 in a new lake.
    /// </summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidatePattern(@"\A[0-9]{12}\z")]
    public string? AccountId { get; set; }

    /// <summary>
    /// The organization that the account belongs to, and the organizational units that hold it: ARNs of AWS Organizations. The embedded
    /// lake keeps them. Shares within one organization need no acceptance.
    /// </summary>
    [Parameter(ParameterSetName = LocalSet)]
    [AllowEmptyCollection]
    public string[]? Organization { get; set; }

    /// <summary>
    /// Faults of calls to the embedded lake, for tests: kinds of faults, or hashtables such as
    /// <c>@{ Kind = 'Throttle'; Rate = 0.1 }</c>.
    /// </summary>
    [Parameter(ParameterSetName = LocalSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(FaultKindCompleter))]
    public object[]? Fault { get; set; }

    /// <summary>
    /// The object with the keys: a secret of Get-LakeSecret, a result of Get-LakeTemporaryCredential, or a value for -Credential.
    /// </summary>
    [Parameter(ParameterSetName = InputSet, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The Region's code. Default: $StoredAWSRegion, AWS_REGION, the profile's; us-east-1 for a new embedded lake.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>A role to assume with the credentials found.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ValidateNotNullOrEmpty]
    public string? RoleArn { get; set; }

    /// <summary>The session's name in CloudTrail. Default: LakeTools.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ValidateNotNullOrEmpty]
    public string? RoleSessionName { get; set; }

    /// <summary>The external id that the role's trust policy asks for.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    /// <summary>The serial number or ARN of the MFA device that the role asks for.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ValidateLength(9, 256)]
    public string? MfaSerial { get; set; }

    /// <summary>The code that the MFA device shows. Default: asked for at the prompt.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    [ValidatePattern(@"\A[0-9]{6}\z")]
    public string? MfaCode { get; set; }

    /// <summary>One endpoint for every service.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    public Uri? EndpointUrl { get; set; }

    /// <summary>Endpoints by service: <c>@{ LakeFormation = 'https://vpce-…'; Glue = 'https://vpce-…' }</c>.</summary>
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = KeySet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = InputSet)]
    public Hashtable? Endpoint { get; set; }

    /// <summary>The default catalog of commands. Default: the caller's account.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CatalogId { get; set; }

    /// <summary>The number of times that a failed or throttled call is tried again.</summary>
    [Parameter]
    [Number]
    [ValidateRange(0, 100)]
    public int? MaxRetry { get; set; }

    /// <summary>Returns the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Returns the connection, and does not change the default connection.</summary>
    [Parameter]
    public SwitchParameter NoDefault { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var options = new LakeConnectionOptions
        {
            Region = Region,
            ProfileName = ProfileName,
            AccessKey = AccessKey,
            SecretKey = SecretKey,
            SessionToken = SessionToken,
            RoleArn = RoleArn,
            RoleSessionName = RoleSessionName,
            ExternalId = ExternalId,
            MfaSerial = MfaSerial,
            MfaCode = MfaCode,
            EndpointUrl = EndpointUrl is null ? null : EndpointMap.Check(EndpointUrl),
            Endpoints = EndpointMap.Parse(Endpoint),
            CatalogId = CatalogId is { } catalog ? DatabaseService.CheckCatalogId(catalog) : null,
            MaxRetry = MaxRetry,
        };
        if ((InputObject ?? Credential) is { } holder) options = KeysOf(holder.BaseObject, options);
        var faults = FaultList.Parse(Fault);
        if (ParameterSetName == LocalSet)
            options = LocalConnection.Complete(options, FullPath(Local!), As, AccountId, faults, Organizations());
        if (options.Local?.Http is LocalTransport { IsReadOnly: true })
            WriteWarning($"The folder '{options.Local.Folder}' cannot be written: the embedded lake is opened for reading only.");
        if (ParameterSetName == ProfileSet) options = Ask(() => DefaultConnection.WithStoredCredentials(SessionState, options));
        var storedRegion = Ask(() => DefaultConnection.StoredRegion(SessionState));
        var connection = new LakeConnection(options, storedRegion);
        await new MfaSignIn(connection).RunAsync(device => Ask(() => AskForMfaCode(device)), cancellationToken).ConfigureAwait(false);
        if (!NoDefault)
        {
            Ask(() =>
            {
                DefaultConnection.Set(connection);
                return true;
            });
        }

        if (PassThru || NoDefault) WriteObject(connection);
    }

    private string[]? Organizations() => Organization is null ? null : [.. Organization.Select(text =>
        LakePrincipal.TryParse(text, out var found) && found.Kind == PrincipalKind.Organization
            ? found.Id : throw Rules.Errors.Fault.OrganizationInvalid(text))];

    private string? AskForMfaCode(string device)
    {
        if (!HostQuestions.CanAsk(Host)) return null;
        try
        {
            Host.UI.Write($"MFA code of {device}: ");
            using var code = Host.UI.ReadLineAsSecureString();
            return new NetworkCredential("", code).Password;
        }
        catch (Exception error) when (HostQuestions.IsRefusal(error))
        {
            return null; // a host without a user, which says so in a way of its own
        }
    }

    private static LakeConnectionOptions KeysOf(object holder, LakeConnectionOptions given) => holder switch
    {
        LakeSecret secret => ConnectionSource.Of(secret, given),
        LakeTemporaryCredential credential => ConnectionSource.Of(credential, given),
        PSCredential credential => given with // [pscredential]::Empty has nulls
        {
            AccessKey = credential.UserName ?? "", SecretKey = credential.Password ?? new SecureString(),
        },
        _ when ForeignCredentials.Of(holder) is { } credentials => given with { Credentials = credentials },
        // The type, and never the value: it may be a secret.
        _ => throw Rules.Errors.Fault.NothingToConnectWith(holder.GetType().Name),
    };
}
