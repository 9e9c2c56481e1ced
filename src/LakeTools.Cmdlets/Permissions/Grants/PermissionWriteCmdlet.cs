using System.Management.Automation;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// The base of Grant- and Revoke-LakePermission: checks each entry before any call, gathers twenty to a call, and tells of
/// each entry's failure.
/// </summary>
public abstract class PermissionWriteCmdlet : ResourceCmdlet
{
    // Long enough for expected answers, short enough for a user who pressed Ctrl+C.
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(600);

    private readonly Dictionary<string, PermissionWriterService> _writers = []; // one for each catalog, which a call is about
    private readonly WriteTally _done = new();
    private readonly PartialSelects _together = new();
    private ProgressReporter? _progress;
    private bool _isTaken;
    private bool _isComplete;
    private bool? _isVerbose; // without a reader, the texts of ten thousand grants are not made

    /// <summary>To whom: ARNs, account ids, organisation ARNs, IAM_ALLOWED_PRINCIPALS, role/name, user/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [Principal]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>The permissions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Permissions")]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] Permission { get; set; } = [];

    /// <summary>The permissions that the principal may pass on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("PermissionsWithGrantOption")]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] GrantablePermission { get; set; } = [];

    /// <summary>
    /// A Cedar expression that the tags of the role, user or session must meet, such as
    /// <c>context.iam.principalTags.getTag("team") == "sales"</c>.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [Condition]
    public string? Condition { get; set; }

    /// <summary>Emits what was granted or revoked.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>True for Revoke.</summary>
    private protected abstract bool IsRevoke { get; }

    /// <summary>Completes a request with all named parts.</summary>
    private protected virtual GrantRequest Prepare(GrantRequest request) => request;

    /// <summary>True to skip the current record.</summary>
    private protected virtual bool Skips() => false;

    /// <inheritdoc/>
    protected override bool TryProcessRecord()
    {
        _isTaken = Lake.AccountId is not null || !Principal.Any(LakePrincipal.NeedsAccount);
        if (!_isTaken) return false;
        Try(() => TakeRecord(Home));
        Show();
        return !_writers.Values.Any(writer => writer.IsFull);
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (!_isTaken) TakeRecord(await HomeForAsync(Principal, cancellationToken).ConfigureAwait(false));
        foreach (var writer in _writers.Values) await writer.RoomAsync(cancellationToken).ConfigureAwait(false);
        Show();
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var writer in _writers.Values) await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
            _isComplete = true;
        }
        finally
        {
            Show();
            _progress?.Dispose();
        }
    }

    /// <summary>Says what was done and what was not. Nothing more is sent; answers that are due are waited for.</summary>
    /// <returns>The warning; null if nothing was begun.</returns>
    protected override async Task<string?> AbandonAsync()
    {
        if (_isComplete) return null;
        var left = await Task.WhenAll(_writers.Values.Select(writer => writer.StopAsync(s_grace))).ConfigureAwait(false);
        var unseen = _writers.Values.SelectMany(writer => writer.Take()).ToList();
        return _done.Unfinished(unseen, left, IsRevoke);
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
        : grant.Grantable == PermissionSet.None
            ? grant.Permissions.ToText() : $"{grant.Permissions.ToText()} (grantable: {grant.Grantable.ToText()})";

    private void TakeRecord(LakeHome home)
    {
        if (Skips()) return;
        var request = Prepare(new GrantRequest
        {
            Principal = Principal,
            Permission = Permission,
            GrantablePermission = GrantablePermission,
            Resource = Named(),
            Condition = Text(Condition),
            IsRevoke = IsRevoke,
        });
        var grants = PermissionRules.Check(request, home).GrantsOrThrow();
        foreach (var grant in IsRevoke ? [] : grants)
            if (_together.Add(grant with { Resource = grant.Resource.Canonical(home.AccountId ?? "") }) is { } other)
                throw Fault.PartialSelectExcludes(grant, other);
        foreach (var grant in grants)
            if (ShouldProcess($"{grant.Resource} for {grant.Principal}{LakeGrant.When(grant.Condition)}",
                $"{(IsRevoke ? "Revoke" : "Grant")} {What(grant)}"))
                Writer().Add(grant);
    }

    private PermissionWriterService Writer()
    {
        var catalog = Text(CatalogId) is { Length: 12 } account ? account : null;
        if (!_writers.TryGetValue(catalog ?? "", out var writer))
            _writers.Add(catalog ?? "", writer = new PermissionWriterService(Lake, IsRevoke, catalog));
        return writer;
    }

    private void Show()
    {
        if (_writers.Values.Any(writer => writer.HasOutcomes)) Tell(ShowOutcomes);
        _progress ??= Progress();
        if (!_progress.IsDue) return;
        _progress.Report(new Core.LakeProgress(IsRevoke ? "Revoking permissions" : "Granting permissions", _done.Standing(IsRevoke)));
    }

    private void ShowOutcomes()
    {
        foreach (var outcome in _writers.Values.SelectMany(writer => writer.Take()))
        {
            _done.Count(outcome);
            if (outcome.Error is { } error)
            {
                WriteError(ErrorRecords.From(error, MyInvocation.MyCommand.Name, outcome.Permission));
                continue;
            }

            if (_isVerbose ??= StreamPreference.Shows(this, "Verbose"))
            {
                WriteVerbose(outcome.NothingToDo
                    ? $"No change: {outcome.Permission}." : $"{(IsRevoke ? "Revoked" : "Granted")}: {outcome.Permission}.");
            }

            if (PassThru) WriteObject(outcome.Permission);
        }
    }
}
