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
public sealed class NewGlueDatabaseCommand : DatabaseWriteCmdlet
{
    private bool _isLocated;

    /// <summary>The name; Glue keeps it in lower case.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("DatabaseName")]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>What it is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? Description { get; set; }

    /// <summary>The default location of its tables: an S3 URI.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? LocationUri { get; set; }

    /// <summary>Creates a resource link: the database that it represents.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string? TargetDatabaseName { get; set; }

    /// <summary>For a resource link: the catalog of its target. Default: the caller's account.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TargetCatalogId { get; set; }

    /// <summary>For a resource link: the Region of its target. Default: the same one.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? TargetRegion { get; set; }

    /// <inheritdoc/>
    protected override Task BeginProcessingAsync(CancellationToken cancellationToken)
    {
        // What is typed is meant; what is piped may be the target's, which a link that is read shows.
        _isLocated = MyInvocation.BoundParameters.ContainsKey(nameof(LocationUri));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (_isLocated && LinkText(TargetDatabaseName) is not null) throw Fault.ResourceLinkExcess(Name, Name, "-LocationUri");
        var options = new NewDatabaseOptions
        {
            CatalogId = CatalogId,
            Name = DatabaseService.CheckName(Name),
            Description = Description,
            LocationUri = LinkText(TargetDatabaseName) is null ? LocationUri : null,
            TargetDatabaseName = LinkText(TargetDatabaseName),
            TargetCatalogId = LinkText(TargetCatalogId) is { } catalog ? DatabaseService.CheckCatalogId(catalog) : null,
            TargetRegion = LinkText(TargetRegion),
            Parameter = StringMap.Of(Parameter),
            Tag = StringMap.Of(Tag),
            TableDefaultPermission = TableDefaultPermission,
        };
        if (!ShouldProcess($"database {options.Name}", "Create")) return;
        WriteObject(await new DatabaseService(Lake).CreateAsync(options, cancellationToken).ConfigureAwait(false));
    }

    // PowerShell binds a null property to a text as the empty text.
    private static string? LinkText(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
