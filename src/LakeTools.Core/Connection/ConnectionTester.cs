using System.Diagnostics;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using Amazon.S3.Model;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Connection;

/// <summary>Makes one cheap call to each service in parallel, except EC2, because its assembly is large.</summary>
/// <param name="connection">The connection to try.</param>
public sealed class ConnectionTester(LakeConnection connection)
{
    /// <summary>Finds the principal and the services that respond.</summary>
    /// <param name="cancellationToken">Stops the test.</param>
    /// <returns>The result.</returns>
    /// <exception cref="LakeException"><c>CredentialsNotFound</c> or <c>CredentialsRefused</c>: there is no principal.</exception>
    public async Task<LakeConnectionTest> TestAsync(CancellationToken cancellationToken)
    {
        var identity = Stopwatch.StartNew();
        var account = await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var principal = await connection.GetPrincipalAsync(cancellationToken).ConfigureAwait(false);
        var sts = new LakeServiceTest(nameof(LakeService.Sts), true, identity.Elapsed, null);

        var clients = connection.Clients;
        bool? isAdministrator = null;
        var others = await Task.WhenAll(
            AskAsync(LakeService.LakeFormation, async () =>
            {
                var settings = (await clients.LakeFormation.GetDataLakeSettingsAsync(new GetDataLakeSettingsRequest(), cancellationToken)
                    .ConfigureAwait(false)).DataLakeSettings;
                isAdministrator = settings?.DataLakeAdmins?.Exists(admin =>
                    LakePrincipal.IsSame(admin.DataLakePrincipalIdentifier, principal)) ?? false;
            }),
            AskAsync(LakeService.Glue, () =>
                clients.Glue.GetDatabasesAsync(new Amazon.Glue.Model.GetDatabasesRequest { MaxResults = 1 }, cancellationToken)),
            AskAsync(LakeService.SecretsManager, () =>
                clients.SecretsManager.ListSecretsAsync(new Amazon.SecretsManager.Model.ListSecretsRequest { MaxResults = 1 },
                cancellationToken)),
            AskAsync(LakeService.S3, () => clients.S3.ListBucketsAsync(new ListBucketsRequest(), cancellationToken)),
            AskAsync(LakeService.Iam, () =>
                clients.Iam.ListRolesAsync(new Amazon.IdentityManagement.Model.ListRolesRequest { MaxItems = 1 }, cancellationToken)),
            AskAsync(LakeService.Logs, () =>
                clients.Logs.DescribeLogGroupsAsync(new Amazon.CloudWatchLogs.Model.DescribeLogGroupsRequest { Limit = 1 },
                cancellationToken))).ConfigureAwait(false);
        return new LakeConnectionTest(principal, account, connection.Region, connection.IsLocal, isAdministrator, [sts, .. others]);
    }

    private static async Task<LakeServiceTest> AskAsync(LakeService service, Func<Task> ask)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await ask().ConfigureAwait(false);
            return new LakeServiceTest(service.ToString(), true, watch.Elapsed, null);
        }
        catch (Exception exception) when (SdkErrors.CanTranslate(exception))
        {
            // A refusal also shows that the service can be reached.
            return new LakeServiceTest(service.ToString(), exception is AmazonServiceException { ErrorCode.Length: > 0 }, watch.Elapsed,
                exception.Message);
        }
    }
}
