using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Endpoints;

namespace LakeTools.Cmdlets.Endpoints;

/// <summary>
/// <para type="synopsis">Creates a VPC endpoint, through which a VPC reaches a lake's service without the internet.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeVpcEndpoint", SupportsShouldProcess = true)]
[OutputType(typeof(LakeVpcEndpoint))]
public sealed class NewLakeVpcEndpointCommand : LakeCmdlet, IInputTaker
{
    /// <summary>The services to connect to; one endpoint is made for each.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [EnumWord(typeof(VpcService[]))]
    public VpcService[] Service { get; set; } = [];

    /// <summary>The VPC.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string VpcId { get; set; } = "";

    /// <summary>The subnets in which an interface gets an address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SubnetId { get; set; }

    /// <summary>The security groups of an interface. Default: the VPC's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? SecurityGroupId { get; set; }

    /// <summary>The route tables that lead to a gateway.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? RouteTableId { get; set; }

    /// <summary>Lets the service's usual names lead to the interface within the VPC.</summary>
    [Parameter]
    public SwitchParameter PrivateDns { get; set; }

    /// <summary>Tags: <c>@{ team = 'sales' }</c>.</summary>
    [Parameter]
    public Hashtable? Tag { get; set; }

    /// <summary>An object of Get-LakeVpcEndpoint, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The policy of a piped endpoint. Without it, a copy would allow everything.</summary>
    [InputProperty]
    private string? Policy { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IInputTaker.NotTaken =>
        InputObject?.BaseObject is LakeVpcEndpoint endpoint ? VpcEndpointService.NotShown(endpoint) : [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        foreach (var service in Service)
        {
            await TryAsync(async () =>
            {
                var endpoint = new NewVpcEndpoint
                {
                    Service = service,
                    VpcId = VpcId,
                    SubnetIds = SubnetId ?? [],
                    SecurityGroupIds = SecurityGroupId ?? [],
                    RouteTableIds = RouteTableId ?? [],
                    PrivateDns = PrivateDns,
                    Policy = Policy,
                    Tags = StringMap.Of(Tag) ?? [],
                };
                VpcEndpointService.Check(endpoint);
                if (!ShouldProcess(VpcId, $"Create the endpoint for {service}")) return;
                var made = await new VpcEndpointService(Lake).CreateAsync(endpoint, cancellationToken).ConfigureAwait(false);
                if (VpcEndpointService.LeadsNowhere(endpoint))
                    WriteWarning($"Nothing in {VpcId} uses {made.Id}: it was created without "
                        + $"{(made.Type == "Gateway" ? "-RouteTableId" : "-SubnetId")}.");
                WriteObject(made);
            }, VpcId).ConfigureAwait(false);
        }
    }
}
