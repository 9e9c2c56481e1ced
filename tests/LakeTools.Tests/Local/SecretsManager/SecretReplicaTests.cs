using System.Text.Json.Nodes;
using LakeTools.Local.SecretsManager;

namespace LakeTools.Tests.Local.SecretsManager;

public sealed class SecretReplicaTests : IDisposable
{
    private readonly TestLake _lake = new();
    private readonly ApiDriver _secrets;

    public SecretReplicaTests() => _secrets = new ApiDriver(_lake, new SecretsManagerApi());

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Regions_come_and_go()
    {
        var made = _secrets.Call("CreateSecret",
            new { Name = "s", SecretString = "x", AddReplicaRegions = new[] { new { Region = "us-east-2" } } });
        Assert.Equal(["us-east-2"], Regions(made));
        var added = _secrets.Call("ReplicateSecretToRegions",
            new { SecretId = "s", AddReplicaRegions = new[] { new { Region = "us-west-1", KmsKeyId = "alias/mine" } } });
        Assert.Equal(["us-east-2", "us-west-1"], Regions(added));
        Assert.Equal("alias/mine", (string?)added["ReplicationStatus"]![1]!["KmsKeyId"]);
        Assert.Equal(["us-east-2", "us-west-1"], Regions(Facts));
        Assert.Equal("eu-central-1", (string?)Facts["PrimaryRegion"]);

        Assert.Equal("InvalidParameterException", _secrets.Refused("DeleteSecret", new { SecretId = "s" }));
        Assert.Equal(["us-west-1"], Regions(
            _secrets.Call("RemoveRegionsFromReplication", new { SecretId = "s", RemoveReplicaRegions = new[] { "us-east-2" } })));
        var replica = ((string)made["ARN"]!).Replace("eu-central-1", "us-west-1", StringComparison.Ordinal);
        Assert.Equal(replica, (string?)_secrets.Call("StopReplicationToReplica", new { SecretId = replica })["ARN"]);
        Assert.Null(Facts["ReplicationStatus"]);
        Assert.Null(Facts["PrimaryRegion"]);
        _secrets.Call("DeleteSecret", new { SecretId = "s" });
    }

    [Theory]
    [InlineData("eu-central-1")] // the secret's own
    [InlineData("us-east-2")] // once is enough
    public void A_region_that_cannot_be_added_is_refused(string region)
    {
        _secrets.Call("CreateSecret", new { Name = "s", SecretString = "x", AddReplicaRegions = new[] { new { Region = "us-east-2" } } });
        Assert.Equal("InvalidParameterException",
            _secrets.Refused("ReplicateSecretToRegions", new { SecretId = "s", AddReplicaRegions = new[] { new { Region = region } } }));
        Assert.Equal(["us-east-2"], Regions(Facts));
    }

    [Fact]
    public void What_is_no_replica_stays()
    {
        var arn = (string)_secrets.Call("CreateSecret", new { Name = "s", SecretString = "x" })["ARN"]!;
        Assert.Equal("InvalidParameterException",
            _secrets.Refused("RemoveRegionsFromReplication", new { SecretId = "s", RemoveReplicaRegions = new[] { "us-east-2" } }));
        Assert.Equal("InvalidRequestException", _secrets.Refused("StopReplicationToReplica", new { SecretId = arn }));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused(
            "StopReplicationToReplica", new { SecretId = arn.Replace("eu-central-1", "us-west-1", StringComparison.Ordinal) }));
    }

    private JsonObject Facts => _secrets.Call("DescribeSecret", new { SecretId = "s" });

    private static IEnumerable<string> Regions(JsonObject answer) =>
        answer["ReplicationStatus"]!.AsArray().Select(replica => (string)replica!["Region"]!);
}
