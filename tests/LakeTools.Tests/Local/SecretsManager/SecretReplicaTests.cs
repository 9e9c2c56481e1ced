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
        Assert.Empty(Regions(
            _secrets.Call("RemoveRegionsFromReplication", new { SecretId = "s", RemoveReplicaRegions = new[] { "us-west-1" } })));
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

    [Fact] // user guide: replicate secrets across Regions; promote a replica secret to a standalone secret
    public void A_replica_follows_its_primary_until_it_stands_alone()
    {
        var arn = (string)_secrets.Call("CreateSecret", new { Name = "s", SecretString = "one", Description = "d",
            Tags = new[] { new { Key = "k", Value = "v" } }, AddReplicaRegions = new[] { new { Region = "us-west-1" } } })["ARN"]!;
        var west = new ApiDriver(_lake, new SecretsManagerApi(), "us-west-1");
        _secrets.Call("PutSecretValue", new { SecretId = "s", SecretString = "two" });
        _secrets.Call("UpdateSecret", new { SecretId = "s", Description = "e" });
        var replica = west.Call("DescribeSecret", new { SecretId = "s" });
        Assert.Equal(arn.Replace("eu-central-1", "us-west-1", StringComparison.Ordinal), (string?)replica["ARN"]);
        Assert.Equal(("e", "eu-central-1"), ((string?)replica["Description"], (string?)replica["PrimaryRegion"]));
        Assert.Equal("""[{"Key":"k","Value":"v"}]""", replica["Tags"]!.ToJsonString());
        Assert.Equal(Facts["VersionIdsToStages"]!.ToJsonString(), replica["VersionIdsToStages"]!.ToJsonString());
        Assert.Equal("two", Value(west));
        Assert.Equal("InvalidParameterException", west.Refused("PutSecretValue", new { SecretId = "s", SecretString = "x" }));
        west.Call("UpdateSecret", new { SecretId = "s", KmsKeyId = "alias/west" }); // a replica's key is its own
        Assert.Equal("alias/west", (string?)Facts["ReplicationStatus"]![0]!["KmsKeyId"]);
        Assert.Null(Facts["KmsKeyId"]);

        west.Call("StopReplicationToReplica", new { SecretId = "s" });
        Assert.Null(Facts["ReplicationStatus"]);
        Assert.Equal("one", (string?)west.Call("GetSecretValue", new { SecretId = "s", VersionStage = "AWSPREVIOUS" })["SecretString"]);
        west.Call("PutSecretValue", new { SecretId = "s", SecretString = "three" });
        _secrets.Call("DeleteSecret", new { SecretId = "s", ForceDeleteWithoutRecovery = true });
        Assert.Equal("three", Value(west));
        Assert.Null(west.Call("DescribeSecret", new { SecretId = "s" })["PrimaryRegion"]);

        static string? Value(ApiDriver region) => (string?)region.Call("GetSecretValue", new { SecretId = "s" })["SecretString"];
    }

    [Fact]
    public void A_name_is_taken_once_in_a_region()
    {
        var west = new ApiDriver(_lake, new SecretsManagerApi(), "us-west-1");
        west.Call("CreateSecret", new { Name = "s", SecretString = "theirs" });
        var made = _secrets.Call("CreateSecret",
            new { Name = "s", SecretString = "mine", AddReplicaRegions = new[] { new { Region = "us-west-1" } } });
        Assert.Equal("Failed", (string?)made["ReplicationStatus"]![0]!["Status"]);
        Assert.Single(_secrets.Call("ListSecrets")["SecretList"]!.AsArray());
        Assert.Equal("theirs", (string?)west.Call("GetSecretValue", new { SecretId = "s" })["SecretString"]);
        Assert.Equal("ResourceNotFoundException", west.Refused("DescribeSecret", new { SecretId = (string?)made["ARN"] }));
    }

    [Fact]
    public void What_is_no_replica_stays()
    {
        var arn = (string)_secrets.Call("CreateSecret", new { Name = "s", SecretString = "x" })["ARN"]!;
        Assert.Equal("InvalidRequestException", _secrets.Refused("StopReplicationToReplica", new { SecretId = arn }));
        Assert.Equal("ResourceNotFoundException", _secrets.Refused(
            "StopReplicationToReplica", new { SecretId = arn.Replace("eu-central-1", "us-west-1", StringComparison.Ordinal) }));
    }

    private JsonObject Facts => _secrets.Call("DescribeSecret", new { SecretId = "s" });

    private static IEnumerable<string> Regions(JsonObject answer) =>
        answer["ReplicationStatus"]!.AsArray().Select(replica => (string)replica!["Region"]!);
}
