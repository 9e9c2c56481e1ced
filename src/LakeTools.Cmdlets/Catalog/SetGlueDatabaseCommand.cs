using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Changes a database of the Data Catalog. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "GlueDatabase", SupportsShouldProcess = true)]
[Alias("Set-LakeGlueDatabase")]
[OutputType(typeof(GlueDatabase))]
public sealed class SetGlueDatabaseCommand : DatabaseWriteCmdlet
{
    /// <summary>The database's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DatabaseName")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string Name { get; set; } = "";

    /// <summary>The description; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>The default location of its tables: an S3 URI; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? LocationUri { get; set; }

    /// <summary>Returns the changed database.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = new DatabaseChange
        {
            CatalogId = CatalogId,
            Name = DatabaseService.CheckName(Name),
            Description = Description,
            LocationUri = LocationUri,
            Parameter = StringMap.Changes(Parameter),
            Tag = StringMap.Changes(Tag),
            TableDefaultPermission = TableDefaultPermission,
        };
        if (LocationUri is { Length: > 0 } location) DatabaseService.CheckLocation(location);
        if (!ShouldProcess($"database {change.Name}", "Change")) return;
        var database = await new DatabaseService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(await database.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
