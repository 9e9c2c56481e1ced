using System.Management.Automation;
using LakeTools.Core.Permissions.Locations;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Takes locations from Lake Formation's protection; objects stay where they are.</para>
/// </summary>
[Cmdlet(VerbsLifecycle.Unregister, "LakeLocation", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class UnregisterLakeLocationCommand : LakeCmdlet, IForceable
{
    /// <summary>Locations: s3:// URIs, or ARNs as for Register-LakeLocation.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DataLocation")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string[] Path { get; set; } = [];

    /// <summary>Asks no question before it unregisters anything.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Path)
        {
            await TryAsync(async () =>
            {
                _ = new LocationService(Lake).Arn(path);
                if (!ShouldProcess(path, "Unregister from Lake Formation")) return;
                await new LocationService(Lake).UnregisterAsync(path, cancellationToken).ConfigureAwait(false);
            }, path).ConfigureAwait(false);
        }
    }
}
