using Amazon.Runtime;
using LakeTools.Core.Connection;
using LakeTools.Core.Queries;
using LakeTools.Local.Queries;
using LakeTools.Query;
using LakeTools.Rules.Queries;

namespace LakeTools.Tests.Local;

/// <summary>Makes the connection to a test's lake that Connect-Lake would make.</summary>
internal static class LocalLakeConnection
{
    /// <summary>Connects as a principal; as the lake's administrator where none is named.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="principalArn">The principal.</param>
    /// <param name="before">Makes a handler that stands before the lake's own; then nothing is tried again by the client itself.</param>
    public static LakeConnection Connect(this TestLake lake, string? principalArn = null,
        Func<HttpMessageHandler, HttpMessageHandler>? before = null)
    {
        var arn = principalArn ?? lake.Lake.AdministratorArn;
        // What stands before is made once; then everything goes the way by which table data is asked for.
        var integrated = new Transport(before is null
            ? lake.Lake.CreateHandler(isIntegrated: true) : before(lake.Lake.CreateHandler(isIntegrated: true)));
        return new LakeConnection(new LakeConnectionOptions
        {
            Region = lake.Lake.Region,
            MaxRetry = before is null ? null : 0,
            Local = new LocalEndpoint(lake.Folder, lake.Lake.AccountId, arn, lake.CredentialsOf(arn),
                before is null ? new Transport(lake.Lake.CreateHandler()) : integrated, integrated),
        });
    }

    /// <summary>Carries out a query of the lake, as Connect-Lake has it carried out.</summary>
    public static Task QueryAsync(this TestLake lake, QueryTask task, IQueryOutput output, CancellationToken cancellationToken)
    {
        var key = task.Credential;
        var connection = new LakeConnection(new LakeConnectionOptions
        {
            Region = lake.Lake.Region,
            Local = new LocalEndpoint(lake.Folder, task.AccountId, key.PrincipalArn,
                new SessionAWSCredentials(key.AccessKeyId, key.SecretAccessKey, key.SessionToken),
                new Transport(lake.Lake.CreateHandler()), new Transport(lake.Lake.CreateHandler(isIntegrated: true))),
        });
        var query = new EngineQuery(task.Sql, task.DatabaseName, task.Parameters);
        return new DuckEngine().RunAsync(query, new QueryTables(connection, output.Warn), output, cancellationToken);
    }

    private sealed class Transport(HttpMessageHandler handler) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }
}
