using System.Management.Automation;
using LakeTools.Core.Endpoints;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Endpoints;

/// <summary>
/// <para type="synopsis">Removes VPC endpoints.</para>
/// </summary>
[Cmdlet(VerbsCommon.Remove, "LakeVpcEndpoint", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLakeVpcEndpointCommand : LakeCmdlet, IForceable
{
    /// <summary>Ids.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("VpcEndpointId")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VpcEndpointIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>Removes without a prompt.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Id)
        {
            await TryAsync(async () =>
            {
                ResourceIds.Check(id, "vpce");
                if (!ShouldProcess(id, "Remove the VPC endpoint")) return;
                await new VpcEndpointService(Lake).RemoveAsync(id, cancellationToken).ConfigureAwait(false);
            }, id).ConfigureAwait(false);
        }
    }
}
