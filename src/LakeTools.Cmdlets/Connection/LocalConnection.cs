using System.Data.Common;
using Amazon.Runtime;
using LakeTools.Core.Connection;
using LakeTools.Core.Glue;
using LakeTools.Core.Queries;
using LakeTools.Local;
using LakeTools.Local.Crawls;
using LakeTools.Local.Faults;
using LakeTools.Local.Identity;
using LakeTools.Local.Queries;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Queries;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// Opens an embedded lake for a connection. Only this class and <see cref="LakeServers"/> know of embedded lakes.
/// </summary>
internal static class LocalConnection
{
    // Completes a short form whose lake is not open yet; the kind of a principal does not depend on the account.
    private static readonly LakeHome s_anyAccount = LakeHome.Embedded with { AccountId = "000000000000" };

    /// <summary>Adds the embedded lake in a folder to the options.</summary>
    /// <param name="options">The other options.</param>
    /// <param name="folder">The folder, absolute.</param>
    /// <param name="principal">The principal of the connection; null for the lake's administrator.</param>
    /// <param name="accountId">The account to be in; null for that of the principal, or the lake's first one.</param>
    /// <param name="faults">The faults of calls to the lake; null for none.</param>
    /// <param name="organizations">To what the account belongs in AWS Organizations; null leaves what the lake knows.</param>
    public static LakeConnectionOptions Complete(LakeConnectionOptions options, string folder, string? principal, string? accountId,
        LakeFaults? faults, IReadOnlyList<string>? organizations = null)
    {
        CheckPrincipal(principal);
        var lake = Open(new LocalLakeOptions
        {
            Folder = folder,
            AccountId = AccountFor(principal, accountId),
            Region = options.Region,
            Organizations = organizations,
        });
        var arn = ArnOf(principal, lake);
        var key = KeyOf(lake, arn);
        var credentials = CredentialsOf(key);
        return options with
        {
            Region = lake.Region,
            Local = new LocalEndpoint(lake.Folder, lake.AccountId, arn, credentials, new LocalTransport(lake, faults, isIntegrated: false),
                new LocalTransport(lake, faults, isIntegrated: true)),
        };
    }

    /// <summary>Checks, before a lake is opened, that somebody can act as a principal in it.</summary>
    /// <param name="principal">The typed principal; null for the lake's administrator.</param>
    /// <exception cref="LakeException"><c>InvalidPrincipal</c>; <c>PrincipalCannotSignIn</c>.</exception>
    public static void CheckPrincipal(string? principal)
    {
        if (principal is null || HasKeys(LakePrincipal.Parse(principal, s_anyAccount))) return;
        throw Fault.PrincipalCannotSignIn(principal);
    }

    /// <summary>The account to be in.</summary>
    /// <param name="principal">The principal; null for the lake's administrator.</param>
    /// <param name="accountId">The account that was asked for; null for that of the principal.</param>
    /// <returns>The account; null for the lake's first one.</returns>
    /// <exception cref="LakeException"><c>PrincipalOfOtherAccount</c>.</exception>
    public static string? AccountFor(string? principal, string? accountId)
    {
        if (AccountOf(principal) is not { } own) return accountId;
        return accountId is null || accountId == own ? own : throw Fault.PrincipalOfOtherAccount(principal, own, accountId);
    }

    /// <summary>The account that an ARN names; null for a short form, which is of whatever account the connection is in.</summary>
    public static string? AccountOf(string? principal) => principal is null || LakePrincipal.NeedsAccount(principal)
        ? null : LakePrincipal.Parse(principal, s_anyAccount).AccountId;

    /// <summary>Whether somebody can act as a principal of the lake.</summary>
    /// <param name="id">An identifier that the lake has.</param>
    public static bool CanSignIn(string id) =>
        LakePrincipal.NeedsAccount(id) || (LakePrincipal.TryParse(id, out var principal) && HasKeys(principal));

    /// <summary>The ARN of a principal that was checked.</summary>
    public static string ArnOf(string? principal, LocalLake lake) =>
        principal is null ? lake.AdministratorArn
            : LakePrincipal.Parse(principal, LakeHome.Embedded with { AccountId = lake.AccountId }).Id;

    /// <summary>Opens a lake, or makes one.</summary>
    /// <exception cref="LakeException"><c>LakeNotOpened</c>.</exception>
    public static LocalLake Open(LocalLakeOptions options)
    {
        try
        {
            return LocalLake.Open(options with
            {
                Crawl = (task, stop) => CrawlAsync(options.Folder, task, stop),
                Query = (task, output, stop) => QueryAsync(options.Folder, task, output, stop),
            });
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException or DbException or IOException
            or UnauthorizedAccessException)
        {
            throw Fault.LakeNotOpened(options.Folder, error.Message, inner: error);
        }
    }

    /// <summary>The keys of a principal.</summary>
    /// <exception cref="LakeException"><c>LakeReadOnly</c>: it has none, and none can be made.</exception>
    public static LocalCredential KeyOf(LocalLake lake, string principalArn)
    {
        try
        {
            return lake.CredentialFor(principalArn);
        }
        catch (InvalidOperationException error) when (lake.IsReadOnly)
        {
            throw Fault.LakeReadOnly(principalArn, $"making keys of {principalArn}", error.Message, inner: error);
        }
    }

    // With the keys of the crawler's role, so that Lake Formation decides what it reads and writes.
    private static async Task<CrawlCounts> CrawlAsync(string folder, CrawlTask task, CancellationToken stop)
    {
        var connection = new LakeConnection(Complete(new LakeConnectionOptions(), folder, task.RoleArn, null, null), null);
        var plan = new CrawlPlan(task.Crawler, task.Folders, task.DatabaseName, task.TablePrefix, task.UpdateBehavior, task.DeleteBehavior);
        var (created, updated, deleted) = await new CatalogCrawl(connection).RunAsync(plan, stop).ConfigureAwait(false);
        return new CrawlCounts(created, updated, deleted);
    }

    // The query runs with credentials of its caller, so that Lake Formation decides what it reads. LakeTools' own reader of tables cuts
    // columns and rows before the engine gets them.
    private static async Task QueryAsync(string folder, QueryTask task, IQueryOutput output, CancellationToken stop)
    {
        var engine = QueryEngines.Get();
        using var lake = LocalLake.Open(new LocalLakeOptions { Folder = folder, AccountId = task.AccountId });
        var connection = new LakeConnection(new LakeConnectionOptions
        {
            Region = lake.Region,
            Local = new LocalEndpoint(
                lake.Folder,
                lake.AccountId,
                task.Credential.PrincipalArn,
                CredentialsOf(task.Credential),
                new LocalTransport(lake, null, isIntegrated: false),
                new LocalTransport(lake, null, isIntegrated: true)),
        });
        var query = new EngineQuery(task.Sql, task.DatabaseName, task.Parameters);
        await engine.RunAsync(query, new QueryTables(connection, output.Warn), output, stop).ConfigureAwait(false);
    }

    private static AWSCredentials CredentialsOf(LocalCredential key) => key.SessionToken is null
        ? new BasicAWSCredentials(key.AccessKeyId, key.SecretAccessKey)
        : new SessionAWSCredentials(key.AccessKeyId, key.SecretAccessKey, key.SessionToken);

    private static bool HasKeys(LakePrincipal principal) => principal.Kind is PrincipalKind.User or PrincipalKind.Role;
}
