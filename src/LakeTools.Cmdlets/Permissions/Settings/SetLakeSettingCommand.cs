using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Changes the settings of a lake. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeSetting", SupportsShouldProcess = true)]
[OutputType(typeof(LakeSetting))]
public sealed class SetLakeSettingCommand : LakeCmdlet
{
    /// <summary>The administrators, all of them: ARNs, role/name or user/name. Add-LakeAdministrator adds one.</summary>
    [Parameter]
    [Principal]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[]? Administrator { get; set; }

    /// <summary>The read-only administrators, all of them.</summary>
    [Parameter]
    [Principal]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[]? ReadOnlyAdministrator { get; set; }

    /// <summary>None, or IamAllowedPrincipals: IAM alone decides about new databases.</summary>
    [Parameter]
    [EnumWord(typeof(TableDefaultPermission))]
    public TableDefaultPermission? CreateDatabaseDefaultPermission { get; set; }

    /// <summary>None, or IamAllowedPrincipals: IAM alone decides about new tables.</summary>
    [Parameter]
    [EnumWord(typeof(TableDefaultPermission))]
    public TableDefaultPermission? CreateTableDefaultPermission { get; set; }

    /// <summary>The accounts whose CloudTrail may name the users of this lake, all of them.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? TrustedResourceOwner { get; set; }

    /// <summary>
    /// third-party query engines may read data that Lake Formation filters; -AllowExternalDataFiltering:$false: they may not.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowExternalDataFiltering { get; set; }

    /// <summary>third-party query engines may have credentials for whole tables without session tags.</summary>
    [Parameter]
    public SwitchParameter AllowFullTableExternalDataAccess { get; set; }

    /// <summary>The accounts whose engines may filter data, all of them.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? ExternalDataFilteringAllowList { get; set; }

    /// <summary>The session tags by which third-party query engines are known, all of them.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? AuthorizedSessionTagValue { get; set; }

    /// <summary>Parameters to set, such as @{ CROSS_ACCOUNT_VERSION = '4' }; the others stay.</summary>
    [Parameter]
    public IDictionary? Parameter { get; set; }

    /// <summary>The account whose settings to change. Default: the connection's.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>Returns the settings as they are then.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var options = new SettingOptions
        {
            Administrator = Administrator,
            ReadOnlyAdministrator = ReadOnlyAdministrator,
            CreateDatabaseDefaultPermission = CreateDatabaseDefaultPermission,
            CreateTableDefaultPermission = CreateTableDefaultPermission,
            TrustedResourceOwner = TrustedResourceOwner,
            AllowExternalDataFiltering = Named(nameof(AllowExternalDataFiltering), AllowExternalDataFiltering),
            AllowFullTableExternalDataAccess = Named(nameof(AllowFullTableExternalDataAccess), AllowFullTableExternalDataAccess),
            ExternalDataFilteringAllowList = ExternalDataFilteringAllowList,
            AuthorizedSessionTagValue = AuthorizedSessionTagValue,
            Parameter = StringMap.Of(Parameter),
        };
        var problems = (options.Parameter ?? new Dictionary<string, string>()).Select(pair => SettingRules.Problem(pair.Key, pair.Value))
            .OfType<LakeException>().ToList();
        if (problems.Count > 0) throw LakeException.Join(null, problems);
        var service = new SettingService(Lake);
        service.CheckAdministrators(Administrator);
        service.CheckAdministrators(ReadOnlyAdministrator);
        if (!ShouldProcess(CatalogId ?? Lake.CatalogId ?? "The lake", $"Set {string.Join("; ", Changes())}")) return;
        if (Administrator is { } named && await MayNotLockOutAsync(service, named, cancellationToken).ConfigureAwait(false)) return;
        var setting = await service.ChangeAsync(options, CatalogId ?? Lake.CatalogId, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(setting);
    }

    // As Remove-LakeAdministrator prompts. -Confirm has asked about the whole change already.
    private async Task<bool> MayNotLockOutAsync(SettingService service, string[] administrators, CancellationToken cancellationToken)
    {
        if (MyInvocation.BoundParameters.ContainsKey("Confirm")) return false;
        if (Ask(() => GetVariableValue("ConfirmPreference")) is ConfirmImpact.None) return false;
        var gone = await service.FindLockedOutAsync(administrators, CatalogId ?? Lake.CatalogId, cancellationToken).ConfigureAwait(false);
        return gone.Count > 0 && !ShouldContinue(
            $"The new list lacks the last administrator of the lake, or you: {string.Join(", ", gone)}. Replace the list?",
            "Administrators");
    }

    // The named changes, as typed.
    private IEnumerable<string> Changes() => MyInvocation.BoundParameters
        .Where(bound => typeof(SettingOptions).GetProperty(bound.Key) is not null)
        .Select(bound => $"{bound.Key} = {Shown(bound.Value)}");

    private static string Shown(object value) => value switch
    {
        SwitchParameter flag => flag.IsPresent.ToString(),
        IDictionary pairs => string.Join(", ", StringMap.Of(pairs)!.Select(pair => $"{pair.Key}: {pair.Value}")),
        string[] { Length: 0 } => "none",
        string[] texts => string.Join(", ", texts),
        _ => $"{value}",
    };

    private bool? Named(string name, SwitchParameter value) => MyInvocation.BoundParameters.ContainsKey(name) ? value.IsPresent : null;
}
