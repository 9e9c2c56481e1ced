using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Trails;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Finds permissions that nobody used.</para>
/// </summary>
[Cmdlet(VerbsCommon.Find, "LakeUnusedPermission")]
[OutputType(typeof(LakePermission))]
public sealed class FindLakeUnusedPermissionCommand : LakeCmdlet
{
    private const int MaxDays = 3650;

    /// <summary>How many days nobody used them. 0 is all that the trail has, however short. Default: 90.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, MaxDays)]
    public int Days { get; set; } = 90;

    /// <summary>A folder of a trail in S3: the bucket, or any folder below it. Default: the event history.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Path { get; set; }

    /// <summary>How far back the last use is looked for in the trail. Default: twice the days.</summary>
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
