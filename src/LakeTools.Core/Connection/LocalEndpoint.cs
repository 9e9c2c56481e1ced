using Amazon.Runtime;

namespace LakeTools.Core.Connection;

/// <summary>The description of an embedded lake for Core: its endpoint, and the principal of the connection.</summary>
/// <param name="Folder">The lake's folder, absolute.</param>
/// <param name="AccountId">The lake's account, twelve digits.</param>
/// <param name="Principal">The ARN of the connection's principal.</param>
/// <param name="Credentials">Keys of that principal.</param>
/// <param name="Http">Sends the SDK's requests to the lake in this process.</param>
/// <param name="IntegratedHttp">Sends the requests by which table data is read and written here, as a service that is integrated with Lake
/// Formation sends them.</param>
public sealed record LocalEndpoint(
    string Folder,
    string AccountId,
    string Principal,
    AWSCredentials Credentials,
    HttpClientFactory Http,
    HttpClientFactory IntegratedHttp);
