using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Permissions.Access;
using LakeTools.Rules.Conditions;
using LakeTools.Rules.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Returns whether a principal may do something with a resource, and why or why not.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LakePermission", DefaultParameterSetName = ResourceSets.Any)]
[OutputType(typeof(LakeAccess), typeof(bool))]
public sealed class TestLakePermissionCommand : ResourceCmdlet
{
    private bool? _allowed; // all that was asked so far

    private AccessService? _service; // one for the whole pipeline: it remembers what holds for every question

    /// <summary>The principals: ARNs, role/name, user/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Principal]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>The permissions: each is checked separately; ALL includes all permissions of the resource.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Permissions")]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(PermissionCompleter))]
    public string[] Permission { get; set; } = [];

    /// <summary>
    /// The tags by which conditions are decided, such as those of a session: <c>@{ team = 'sales' }</c>. Default: those that IAM has.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? PrincipalTag { get; set; }

    /// <summary>Returns one Boolean: true if everything that was asked is allowed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    // IAM does not tell keys apart by upper and lower case.
    private PrincipalTags? Tags() => PrincipalTag is null ? null
        : PrincipalTags.Of(StringMap.Read(PrincipalTag, key => key, (key, value) => StringMap.Text(key, value) ?? "",
            StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var allowed = _allowed ?? true;
        var request = new GrantRequest { Principal = Principal, Permission = Permission, Resource = Named(), IsQuestion = true };
        var home = await HomeForAsync(Principal, cancellationToken).ConfigureAwait(false);
        _service ??= new AccessService(Lake);
        foreach (var question in PermissionRules.Check(request, home).GrantsOrThrow())
        {
            foreach (var permission in question.Permissions.Names().Select(name => PermissionNames.Parse([name])))
            {
                var isAnswered = await TryAsync(async () =>
                {
                    var access = await _service.AskAsync(question.Principal, permission, question.Resource, Tags(), cancellationToken)
                        .ConfigureAwait(false);
                    if (Quiet) allowed &= access.Allowed;
                    else WriteObject(access);
                }, question.Resource.ToString()).ConfigureAwait(false);
                allowed &= isAnswered;
            }
        }

        _allowed = allowed;
    }

    /// <inheritdoc/>
    protected override void OnFailure(Exception exception)
    {
        _allowed = false; // a question that cannot be asked
        base.OnFailure(exception);
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (Quiet && _allowed is { } allowed) WriteObject(allowed);
        return Task.CompletedTask;
    }
}
