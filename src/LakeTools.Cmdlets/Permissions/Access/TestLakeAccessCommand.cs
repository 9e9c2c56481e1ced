using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Permissions.Checks;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Checks everything that a principal requires to read a table, and shows how to fix what is missing.</para>
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "LakeAccess")]
[OutputType(typeof(LakeAccessCheck), typeof(bool))]
public sealed class TestLakeAccessCommand : LakeCmdlet
{
    private bool? _passed; // all that was asked so far

    private AccessCheckService? _service; // one for the whole pipeline: it remembers what holds for every question

    /// <summary>The principals: ARNs, role/name, user/name.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Principal]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>The database, or a resource link to one.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table, or a resource link to one.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string TableName { get; set; } = "";

    /// <summary>The columns to read. Default: the table, of which some columns are sufficient.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [WordList]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[]? ColumnName { get; set; }

    /// <summary>The engine that reads the table: Athena, Glue, RedshiftSpectrum or Emr.</summary>
    [Parameter]
    [EnumWord(typeof(AccessEngine))]
    public AccessEngine Engine { get; set; } = AccessEngine.Athena;

    /// <summary>The Athena workgroup. Default: primary.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string WorkGroup { get; set; } = "primary";

    /// <summary>The location of the results of Athena: an s3:// URI.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? OutputLocation { get; set; }

    /// <summary>The catalog. Default: that of the connection, otherwise the account of the caller.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>Returns one Boolean: true if every check passed or is not needed.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var parameter in new[] { nameof(WorkGroup), nameof(OutputLocation) })
            if (Engine != AccessEngine.Athena && WasTyped(parameter))
                throw Fault.ParameterRequires(Engine, "-" + parameter, "-Engine Athena");
        var passed = _passed ?? true;
        var home = await new PermissionService(Lake).HomeForAsync(Principal, cancellationToken).ConfigureAwait(false);
        _service ??= new AccessCheckService(Lake);
        foreach (var text in Principal)
        {
            var isAnswered = await TryAsync(async () =>
            {
                var question = new AccessCheckQuestion(LakePrincipal.Parse(text, home), DatabaseName, TableName)
                {
                    Columns = ColumnName ?? [],
                    CatalogId = string.IsNullOrEmpty(CatalogId) ? Lake.CatalogId : CatalogId,
                    Engine = Engine,
                    WorkGroup = WorkGroup,
                    OutputLocation = OutputLocation,
                };
                await foreach (var check in _service.CheckAsync(question, cancellationToken).ConfigureAwait(false))
                {
                    if (!Quiet) WriteObject(check);
                    passed &= check.Status is nameof(AccessCheckStatus.Passed) or nameof(AccessCheckStatus.NotNeeded);
                }
            }, $"{DatabaseName}.{TableName}").ConfigureAwait(false);
            passed &= isAnswered;
        }

        _passed = passed;
    }

    /// <inheritdoc/>
    protected override void OnFailure(Exception exception)
    {
        _passed = false; // a question that cannot be asked
        base.OnFailure(exception);
    }

    /// <inheritdoc/>
    protected override Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (Quiet && _passed is { } passed) WriteObject(passed);
        return Task.CompletedTask;
    }
}
