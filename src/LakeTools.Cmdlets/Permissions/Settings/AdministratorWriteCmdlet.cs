using System.Management.Automation;
using LakeTools.Cmdlets.Input;
using LakeTools.Core.Permissions.Settings;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>The base of the cmdlets that change who administers a lake.</summary>
public abstract class AdministratorWriteCmdlet : LakeCmdlet
{
    /// <summary>ARNs, role/name or user/name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Arn")]
    [Principal]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>Administrators that may see everything, and change nothing.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Flag]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>The account whose lake it is. Default: the connection's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>The text for -WhatIf and -Confirm.</summary>
    private protected abstract string Action { get; }

    /// <summary>The text for -Verbose if no change was necessary.</summary>
    private protected abstract string AlreadySo { get; }

    /// <summary>Changes the administrators.</summary>
    private protected abstract Task<AdministratorOutcome> ChangeAsync(SettingService service, string? catalogId,
        CancellationToken cancellationToken);

    /// <summary>Takes what became of it.</summary>
    private protected virtual void Done(AdministratorOutcome outcome)
    {
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new SettingService(Lake);
        service.CheckAdministrators(Principal);
        if (!ShouldProcess(string.Join(", ", Principal), Action)) return;
        var outcome = await ChangeAsync(service, Catalog, cancellationToken).ConfigureAwait(false);
        if (!outcome.Changed) WriteVerbose(AlreadySo + " " + string.Join(", ", outcome.Administrators));
        Done(outcome);
    }

    // An empty cell of a CSV file is no catalog.
    private string? Catalog => string.IsNullOrEmpty(CatalogId) ? Lake.CatalogId : CatalogId;
}
