using System.Text.Json;
using LakeTools.Local.Store;

namespace LakeTools.Local.Ec2;

/// <summary>The VPC endpoints that were recorded.</summary>
internal static class VpcEndpointRecords
{
    public static readonly StorePart Part = new(
        "ec2",
        """
        CREATE TABLE ec2_vpc_endpoint (
            id TEXT PRIMARY KEY,
            vpc TEXT NOT NULL,
            client_token TEXT UNIQUE,
            endpoint TEXT NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX ec2_vpc_endpoint_vpc ON ec2_vpc_endpoint (vpc);
        """);

    public static VpcEndpoint? Find(StoreSession session, string id) =>
        session.Scalar<string>("SELECT endpoint FROM ec2_vpc_endpoint WHERE id = ?1", id) is { } text ? Read(text) : null;

    public static VpcEndpoint? FindByToken(StoreSession session, string token) =>
        session.Scalar<string>("SELECT endpoint FROM ec2_vpc_endpoint WHERE client_token = ?1", token) is { } text ? Read(text) : null;

    public static List<VpcEndpoint> InVpc(StoreSession session, string vpcId) =>
        session.Query("SELECT endpoint FROM ec2_vpc_endpoint WHERE vpc = ?1", row => Read(row.GetString(0)), vpcId);

    /// <summary>All, by id, from the one after <paramref name="after"/>.</summary>
    public static List<VpcEndpoint> After(StoreSession session, string after) =>
        session.Query("SELECT endpoint FROM ec2_vpc_endpoint WHERE id > ?1 ORDER BY id", row => Read(row.GetString(0)), after);

    public static void Insert(StoreSession session, VpcEndpoint endpoint) => session.Execute(
        "INSERT INTO ec2_vpc_endpoint (id, vpc, client_token, endpoint) VALUES (?1, ?2, ?3, ?4)",
        endpoint.Id,
        endpoint.VpcId,
        endpoint.ClientToken,
        Write(endpoint));

    /// <summary>Whether two endpoints were asked for in the same way.</summary>
    public static bool AreOfOneRequest(VpcEndpoint one, VpcEndpoint other) =>
        Write(one) == Write(other with { Id = one.Id, Created = one.Created });

    public static bool Delete(StoreSession session, string id) => session.Execute("DELETE FROM ec2_vpc_endpoint WHERE id = ?1", id) > 0;

    private static string Write(VpcEndpoint endpoint) => JsonSerializer.Serialize(endpoint, VpcEndpointJson.Default.VpcEndpoint);

    private static VpcEndpoint Read(string text) => JsonSerializer.Deserialize(text, VpcEndpointJson.Default.VpcEndpoint)!;
}
