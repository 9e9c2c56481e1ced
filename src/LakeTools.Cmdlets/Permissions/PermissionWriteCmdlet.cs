using System.Management.Automation;
using LakeTools.Core.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of Grant- and Revoke-LakePermission: checks each entry before any call, gathers twenty to a call, and tells of each entry's failure.</summary>
public abstract class PermissionWriteCmdlet : ResourceCmdlet
{
    private readonly Dictionary<string, PermissionWriterService> _writers = []; // one for each catalog, which a call is about

    /// <summary>To whom: ARNs, account ids, organisation ARNs, IAM_ALLOWED_PRINCIPALS, role/name, user/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [Principal]
    public string[] Principal { get; set; } = [];

    /// <summary>The permissions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Permissions")]
    [WordList]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] Permission { get; set; } = [];

    /// <summary>The permissions that the principal may pass on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PermissionsWithGrantOption")]
    [WordList]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] GrantablePermission { get; set; } = [];

    /// <summary>Emits what was granted or revoked.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>True for Revoke.</summary>
    private protected abstract bool IsRevoke { get; }

    /// <summary>What a request is to be, once all that was named is in it.</summary>
    private protected virtual GrantRequest Prepare(GrantRequest request) => request;

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var request = Prepare(new GrantRequest
        {
            Principal = Principal,
            Permission = Permission,
            GrantablePermission = GrantablePermission,
            Resource = Named(),
            IsRevoke = IsRevoke,
        });
        var account = await AccountForAsync(Principal, cancellationToken).ConfigureAwait(false);
        foreach (var grant in PermissionRules.Check(request, account).GrantsOrThrow())
        {
            if (!ShouldProcess($"{grant.Resource} for {grant.Principal}", $"{(IsRevoke ? "Revoke" : "Grant")} {What(grant)}")) continue;
            await Writer().AddAsync(grant, cancellationToken).ConfigureAwait(false);
        }

        Show();
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var writer in _writers.Values) await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Show();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            foreach (var writer in _writers.Values) writer.Dispose();
        base.Dispose(disposing);
    }

    private static string What(LakeGrant grant) => grant.Permissions == PermissionSet.None
        ? $"the grant option of {grant.Grantable.ToText()}"
        : grant.Grantable == PermissionSet.None ? grant.Permissions.ToText() : $"{grant.Permissions.ToText()} (grantable: {grant.Grantable.ToText()})";

    private PermissionWriterService Writer()
    {
        var catalog = Text(CatalogId) is { Length: 12 } account ? account : null;
        if (!_writers.TryGetValue(catalog ?? "", out var writer)) _writers.Add(catalog ?? "", writer = new PermissionWriterService(Lake, IsRevoke, catalog));
        return writer;
    }

    private void Show()
    {
        foreach (var outcome in _writers.Values.SelectMany(writer => writer.Take()))
        {
            if (outcome.Error is { } error)
            {
                WriteError(ErrorRecords.From(error, MyInvocation.MyCommand.Name, outcome.Permission));
                continue;
            }

            WriteVerbose(outcome.NothingToDo ? $"Nothing to do: {outcome.Permission}." : $"{(IsRevoke ? "Revoked" : "Granted")}: {outcome.Permission}.");
            if (PassThru) WriteObject(outcome.Permission);
        }
    }
}
