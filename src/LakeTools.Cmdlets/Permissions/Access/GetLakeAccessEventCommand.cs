using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Trails;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the events of access to the data of tables, with principal, table, time and service.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeAccessEvent")]
[OutputType(typeof(LakeAccessEvent))]
public sealed class GetLakeAccessEventCommand : LakeCmdlet
{
    /// <summary>A folder of a trail in S3: the bucket, or any folder below it. Default: the event history.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Path { get; set; }

    /// <summary>Principals. Wildcards are permitted; role/name and user/name are completed. Default: all.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    [Principal]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(PrincipalCompleter))]
    public string[] Principal { get; set; } = [];

    /// <summary>The database. Wildcards are permitted. Default: all.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string? DatabaseName { get; set; }

    /// <summary>The table. Wildcards are permitted. Default: all.</summary>
    [Parameter]
    [NotEmptyIfTyped]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string? TableName { get; set; }

    /// <summary>The start of the period: earlier events are not returned.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <summary>The end of the period: later events are not returned.</summary>
    [Parameter]
    public DateTime? Before { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (LocalTime.Of(After) is { } begin && LocalTime.Of(Before) is { } end && begin > end) throw Fault.PeriodInvalid(After, Before);
        foreach (var name in Principal.Append(DatabaseName).Append(TableName)) Names.Check(name);
        var principals = await PrincipalCriteria.ReadAsync(Lake, Principal, cancellationToken).ConfigureAwait(false);
        var filter = new AccessEventFilter(principals, DatabaseName, TableName, LocalTime.Of(After), LocalTime.Of(Before));
        var service = new AccessEventService(Lake);
        if (Path is null)
        {
            await WriteAllAsync(service.ReadHistoryAsync(filter, WriteWarning, cancellationToken)).ConfigureAwait(false);
            return;
        }

        using var progress = Progress();
        await WriteAllAsync(service.ReadFilesAsync(Path, filter, WriteFailure, progress, cancellationToken)).ConfigureAwait(false);
    }
}
