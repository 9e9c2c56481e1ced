using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Permissions.Locations;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets temporary credentials from Lake Formation that open the data of a table, of a partition, or in a place of S3,
/// and nothing else.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeTemporaryCredential", DefaultParameterSetName = TableSet)]
[OutputType(typeof(LakeTemporaryCredential))]
public sealed class GetLakeTemporaryCredentialCommand : LakeCmdlet
{
    private const string TableSet = "Table";
    private const string PathSet = "Path";

    /// <summary>The database.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TableSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "";

    /// <summary>The table.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = TableSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string TableName { get; set; } = "";

    /// <summary>The values of a partition's keys, in their order: the credentials open that partition alone.</summary>
    [Parameter(ParameterSetName = TableSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Value")]
    [ValidateNotNullOrEmpty]
    [PartitionValue]
    [ArgumentCompleter(typeof(PartitionValueCompleter))]
    public string[]? PartitionValue { get; set; }

    /// <summary>The intended use of the data: SELECT, INSERT, DELETE. Default: SELECT.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [ValidateSet("SELECT", "INSERT", "DELETE")]
    public string[] Permission { get; set; } = ["SELECT"];

    /// <summary>The catalog. The default is the catalog of the connection. If it isn't set, the caller's account.</summary>
    [Parameter(ParameterSetName = TableSet, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    public string? CatalogId { get; set; }

    /// <summary>Places in S3 under tables' locations: S3 ARNs or s3:// URIs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>Read or ReadWrite. Default: as much as the caller may.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [ValidateSet("Read", "ReadWrite")]
    public string? Scope { get; set; }

    /// <summary>The lifetime of the credentials: 900 to 43,200 seconds. Default: the service's, an hour.</summary>
    [Parameter]
    [ValidateRange(900, 43200)]
    public int? DurationSeconds { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new TemporaryCredentialService(Lake);
        if (ParameterSetName == TableSet)
        {
            var permissions = Permission.Select(permission => permission.ToUpperInvariant()).Distinct().ToList();
            var catalog = string.IsNullOrEmpty(CatalogId) ? Lake.CatalogId : CatalogId;
            WriteObject(await service.ForTableAsync(DatabaseName, TableName, permissions, PartitionValue, DurationSeconds, catalog,
                cancellationToken).ConfigureAwait(false));
            return;
        }

        bool? canWrite = Scope is null ? null : string.Equals(Scope, "ReadWrite", StringComparison.OrdinalIgnoreCase);
        foreach (var path in Path)
            await TryAsync(async () => WriteObject(await service.ForPathAsync(path, canWrite, DurationSeconds, cancellationToken)
                .ConfigureAwait(false)), path).ConfigureAwait(false);
    }
}
