using System.Management.Automation;
using LakeTools.Cmdlets.Input;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Trails;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Finds Lake Formation permissions that their principals did not use.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "LakeUnusedPermission")]
[OutputType(typeof(LakePermission))]
public sealed class FindLakeUnusedPermissionCommand : LakeCmdlet
{
    private const int MaxDays = 3650;

    /// <summary>The number of days in which the permissions were not used. 0 uses all events of the trail. Default: 90.</summary>
    [Parameter(Position = 0)]
    [Number]
    [ValidateRange(0, MaxDays)]
    public int Days { get; set; } = 90;

    /// <summary>A folder of a trail in S3: the bucket, or any folder below it. Default: the event history.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Path { get; set; }

    /// <summary>The start of the search for the last use in the files. Default: twice the days.</summary>
    [Parameter]
    public DateTime? After { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var options = new UnusedPermissionOptions(Days, Path) { After = LocalTime.Of(After), OnWarning = WriteWarning };
        using var progress = Progress();
        await WriteAllAsync(new UnusedPermissionService(Lake).FindAsync(options, progress, WriteFailure, cancellationToken))
            .ConfigureAwait(false);
    }
}
