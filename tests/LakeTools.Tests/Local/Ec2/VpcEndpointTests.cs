using Amazon.EC2;
using Amazon.EC2.Model;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.Ec2;

public sealed class VpcEndpointTests : IDisposable
{
    private const string Vpc = "vpc-0a1b2c3d4e5f67890";
    private const string Glue = "com.amazonaws.eu-central-1.glue";
    private const string S3 = "com.amazonaws.eu-central-1.s3";

    private readonly TestLake _lake = new();
    private readonly AmazonEC2Client _ec2;

    public VpcEndpointTests() => _ec2 = new AmazonEC2Client(_lake.CredentialsOf(), _lake.Configure(new AmazonEC2Config()));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _ec2.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public async Task An_endpoint_is_kept_as_it_was_made()
    {
        var made = (await _ec2.CreateVpcEndpointAsync(Interface(), Ct)).VpcEndpoint;
        Assert.Equal(State.Pending, made.State);
        var kept = Assert.Single((await _ec2.DescribeVpcEndpointsAsync(
            new DescribeVpcEndpointsRequest { VpcEndpointIds = [made.VpcEndpointId] }, Ct)).VpcEndpoints);
        Assert.Equal(State.Available, kept.State);
        Assert.Equal(["subnet-11111111", "subnet-22222222"], kept.SubnetIds);
        Assert.Equal(2, kept.NetworkInterfaceIds.Count);
        Assert.Equal("sg-11111111", Assert.Single(kept.Groups).GroupId);
        Assert.Equal("lake", Assert.Single(kept.Tags).Value);
        Assert.Equal(TestLake.Account, kept.OwnerId);
        Assert.True(kept.PrivateDnsEnabled); // EC2's default for interfaces
        Assert.NotNull(kept.CreationTimestamp);
    }

    [Fact]
    public async Task The_same_token_makes_one_endpoint()
    {
        var first = await _ec2.CreateVpcEndpointAsync(Interface("token"), Ct);
        var second = await _ec2.CreateVpcEndpointAsync(Interface("token"), Ct);
        Assert.Equal(first.VpcEndpoint.VpcEndpointId, second.VpcEndpoint.VpcEndpointId);
    }

    /// <summary>Source: EC2 API reference, ensuring idempotency.</summary>
    [Fact]
    public async Task The_same_token_for_another_request_is_an_error()
    {
        await _ec2.CreateVpcEndpointAsync(Interface("token"), Ct);
        var other = Interface("token");
        other.ServiceName = "com.amazonaws.eu-central-1.athena";
        var policy = Interface("token");
        policy.PolicyDocument = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}]}""";
        var subnets = Interface("token");
        subnets.SubnetIds = ["subnet-11111111"];
        foreach (var request in new[] { other, policy, subnets })
        {
            var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => _ec2.CreateVpcEndpointAsync(request, Ct));
            Assert.Equal("IdempotentParameterMismatch", error.ErrorCode);
        }

        Assert.Single((await _ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest(), Ct)).VpcEndpoints);
    }

    [Fact]
    public async Task Lists_come_in_pages()
    {
        for (var i = 0; i < 5; i++) await _ec2.CreateVpcEndpointAsync(new CreateVpcEndpointRequest { VpcId = Vpc, ServiceName = S3 }, Ct);
        var ids = new List<string>();
        await foreach (var page in _ec2.Paginators.DescribeVpcEndpoints(new DescribeVpcEndpointsRequest { MaxResults = 2 })
            .Responses.WithCancellation(Ct))
        {
            Assert.InRange(page.VpcEndpoints.Count, 1, 2);
            ids.AddRange(page.VpcEndpoints.Select(endpoint => endpoint.VpcEndpointId));
        }

        Assert.Equal(5, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("vpc-id", Vpc, 1)]
    [InlineData("vpc-id", "vpc-99999999", 0)]
    [InlineData("service-name", "*.glue", 1)]
    [InlineData("vpc-endpoint-type", "Gateway", 0)]
    [InlineData("vpc-endpoint-state", "available", 1)]
    [InlineData("tag:team", "lake", 1)]
    [InlineData("tag:team", "other", 0)]
    [InlineData("tag-key", "team", 1)]
    [InlineData("service-region", "eu-central-1", 1)]
    [InlineData("service-region", "eu-west-1", 0)]
    public async Task Filters_hold(string name, string value, int count)
    {
        await _ec2.CreateVpcEndpointAsync(Interface(), Ct);
        var answer = await _ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest { Filters = [new Filter(name, [value])] }, Ct);
        Assert.Equal(count, answer.VpcEndpoints?.Count ?? 0);
    }

    [Fact]
    public async Task Ids_that_could_not_be_removed_are_listed()
    {
        var made = (await _ec2.CreateVpcEndpointAsync(Interface(), Ct)).VpcEndpoint.VpcEndpointId;
        var answer = await _ec2.DeleteVpcEndpointsAsync(new DeleteVpcEndpointsRequest { VpcEndpointIds = [made, "vpce-99999999"] }, Ct);
        var failed = Assert.Single(answer.Unsuccessful);
        Assert.Equal("vpce-99999999", failed.ResourceId);
        Assert.Equal("InvalidVpcEndpoint.NotFound", failed.Error.Code);
        Assert.Empty((await _ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest(), Ct)).VpcEndpoints ?? []);
    }

    public static TheoryData<string, CreateVpcEndpointRequest> Refused => new()
    {
        { "InvalidServiceName", new() { VpcId = Vpc, ServiceName = "com.amazonaws.us-east-1.glue" } },
        { "InvalidServiceName", new() { VpcId = Vpc, ServiceName = "com.amazonaws.eu-central-1.none" } },
        { "InvalidParameter", new() { VpcId = Vpc, ServiceName = Glue } }, // a gateway by default
        { "InvalidParameter", new() { VpcId = Vpc, ServiceName = S3, SubnetIds = ["subnet-11111111"] } },
        { "InvalidVpcId.Malformed", new() { VpcId = "lake", ServiceName = S3 } },
        { "MissingParameter", new() { VpcId = Vpc } },
        { "UnsupportedOperation", new() { VpcId = Vpc, ServiceName = S3, DnsOptions = new() { DnsRecordIpType = DnsRecordIpType.Ipv4 } } },
        { "UnsupportedOperation", new() { VpcId = Vpc, ServiceName = S3, ServiceRegion = "eu-west-1" } },
        { "UnsupportedOperation", new() { VpcId = Vpc, ServiceNetworkArn = "arn:aws:vpc-lattice:eu-central-1:1:servicenetwork/x" } },
        { "UnsupportedOperation", new() { VpcId = Vpc, ResourceConfigurationArn = "arn:aws:vpc-lattice:eu-central-1:1:x/y" } },
        { "UnsupportedOperation", new()
            {
                VpcId = Vpc, ServiceName = Glue, VpcEndpointType = VpcEndpointType.Interface,
                SubnetConfigurations = [new SubnetConfiguration { SubnetId = "subnet-11111111", Ipv4 = "10.0.0.1" }],
            }
        },
        { "DryRunOperation", new() { VpcId = Vpc, ServiceName = S3, DryRun = true } },
    };

    /// <summary>Source: EC2 API reference, error codes.</summary>
    [Theory]
    [InlineData("Nonsense=1", "Nonsense")]
    [InlineData("SubnetId.1=subnet-11111111&TagSpecification.1.Tag.1.Nonsense=1", "TagSpecification.1.Tag.1.Nonsense")]
    [InlineData("VpcId.1=vpc-11111111", "VpcId.1")]
    public async Task A_parameter_that_the_operation_does_not_have_is_an_error(string parameters, string name)
    {
        var body = $"Action=CreateVpcEndpoint&Version=2016-11-15&VpcId={Vpc}&ServiceName={S3}&{parameters}";
        var (status, answer) = await new RawRequest("POST", "ec2.eu-central-1.amazonaws.com", "/", "", body)
            .Sign(_lake.Lake.CredentialFor(_lake.Lake.AdministratorArn), "ec2").SendAsync(_lake.Lake);
        Assert.Equal(400, status);
        Assert.Contains("<Code>UnknownParameter</Code>", answer, StringComparison.Ordinal);
        Assert.Contains($" {name} ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public async Task Bad_requests_have_their_codes(string code, CreateVpcEndpointRequest request)
    {
        var error = await Assert.ThrowsAsync<AmazonEC2Exception>(() => _ec2.CreateVpcEndpointAsync(request, Ct));
        Assert.Equal(code, error.ErrorCode);
        Assert.Empty((await _ec2.DescribeVpcEndpointsAsync(new DescribeVpcEndpointsRequest(), Ct)).VpcEndpoints ?? []);
    }

    private static CreateVpcEndpointRequest Interface(string? token = null) => new()
    {
        VpcId = Vpc,
        ServiceName = Glue,
        VpcEndpointType = VpcEndpointType.Interface,
        SubnetIds = ["subnet-11111111", "subnet-22222222"],
        SecurityGroupIds = ["sg-11111111"],
        ClientToken = token,
        TagSpecifications = [new TagSpecification { ResourceType = ResourceType.VpcEndpoint, Tags = [new Tag("team", "lake")] }],
    };
}
