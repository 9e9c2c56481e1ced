using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Creates a database in the Data Catalog.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "GlueDatabase", SupportsShouldProcess = true)]
[Alias("New-LakeGlueDatabase")]
[OutputType(typeof(GlueDatabase))]
public sealed class NewGlueDatabaseCommand : DatabaseWriteCmdlet, IInputTaker
{
    private static readonly string[] s_ofLinks = [nameof(TargetCatalogId), nameof(TargetRegion)];

    /// <summary>The name; Glue keeps it in lower case.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DatabaseName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>The description.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The default location of its tables: an S3 URI.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? LocationUri { get; set; }

    /// <summary>Creates a resource link: the database that it represents.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string? TargetDatabaseName { get; set; }

    /// <summary>For a resource link: the catalog of its target. Default: the caller's account.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    public string? TargetCatalogId { get; set; }

    /// <summary>For a resource link: the Region of its target. Default: the same one.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    public string? TargetRegion { get; set; }

    /// <summary>An object of Get-GlueDatabase, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IInputTaker.NotTaken => InputObject?.BaseObject is GlueDatabase database ? DatabaseService.NotShown(database) : [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // A link that is read shows the location of its target.
        var isLink = !string.IsNullOrEmpty(TargetDatabaseName);
        if (isLink && IsGiven(nameof(LocationUri)) && (!IsCopy || WasTyped(nameof(LocationUri))))
            throw Fault.ResourceLinkExcess(Name, Name, "-LocationUri");
        if (!isLink && s_ofLinks.FirstOrDefault(IsGiven) is { } alone)
            throw Fault.ResourceLinkIncomplete(Name, "-" + alone, "-" + nameof(TargetDatabaseName));

        var options = new NewDatabaseOptions
        {
            CatalogId = CatalogId,
            Name = DatabaseService.CheckName(Name),
            Description = Description,
            LocationUri = isLink ? null : LocationUri,
            TargetDatabaseName = isLink ? DatabaseService.CheckName(TargetDatabaseName!) : null,
            TargetCatalogId = TargetCatalogId is { Length: > 0 } catalog ? DatabaseService.CheckCatalogId(catalog) : null,
            TargetRegion = string.IsNullOrEmpty(TargetRegion) ? null : TargetRegion,
            Parameter = StringMap.Of(Parameter),
            Tag = StringMap.Of(Tag),
            TableDefaultPermission = TableDefaultPermission,
        };
        if (options.LocationUri is { Length: > 0 } location) DatabaseService.CheckLocation(location);
        if (!ShouldProcess($"database {options.Name}", "Create")) return;
        await WriteResultAsync(new DatabaseService(Lake).CreateAsync(options, cancellationToken)).ConfigureAwait(false);
    }
}
