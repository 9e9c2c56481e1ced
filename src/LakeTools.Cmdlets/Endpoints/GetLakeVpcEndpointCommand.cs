using System.Management.Automation;
using LakeTools.Core.Endpoints;

namespace LakeTools.Cmdlets.Endpoints;

/// <summary>
/// <para type="synopsis">Finds VPC endpoints.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeVpcEndpoint")]
[OutputType(typeof(LakeVpcEndpoint))]
public sealed class GetLakeVpcEndpointCommand : LakeCmdlet
{
    /// <summary>Ids, or patterns of IDs. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("VpcEndpointId")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VpcEndpointIdCompleter))]
    public string[] Id { get; set; } = ["*"];

    /// <summary>Only endpoints for this service.</summary>
    [Parameter]
    [EnumWord(typeof(VpcService))]
    public VpcService? Service { get; set; }

    /// <summary>Only endpoints in this VPC.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? VpcId { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var id in Id)
            await TryAsync(() => WriteAllAsync(new VpcEndpointService(Lake).FindAsync(id, Service, VpcId, cancellationToken)), id)
                .ConfigureAwait(false);
    }
}
