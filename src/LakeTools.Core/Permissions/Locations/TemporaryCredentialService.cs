using Amazon;
using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Permissions.Locations;

/// <summary>Gets temporary credentials from Lake Formation for the data of a table, of a partition, or in a place of S3.</summary>
/// <param name="connection">The lake.</param>
public sealed class TemporaryCredentialService(LakeConnection connection)
{
    /// <summary>Gets keys for a table's files, or those of one partition.</summary>
    /// <remarks>A caller who may see only some rows or columns gets none: the files contain all of them.</remarks>
    /// <param name="database">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="permissions">The permissions for the intended use: SELECT, INSERT, DELETE.</param>
    /// <param name="partition">The values of a partition; null for the whole table.</param>
    /// <param name="seconds">The lifetime of the keys, 900 to 43,200; null for the service's default.</param>
    /// <param name="catalogId">The catalog; null is the caller's account.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="LakeException"><c>TableNotFound</c>, <c>PartitionNotFound</c>, <c>CredentialsNotVended</c>,
    /// <c>CredentialsNeedWholeTable</c>, and what the service refuses.</exception>
    public async Task<LakeTemporaryCredential> ForTableAsync(string database, string table, IReadOnlyList<string> permissions,
        IReadOnlyList<string>? partition,
        int? seconds, string? catalogId, CancellationToken cancellationToken)
    {
        var found = await new TableService(connection).GetAsync(database, table, catalogId, cancellationToken).ConfigureAwait(false);
        if (!found.IsRegistered)
            throw Fault.CredentialsNotVended(found.ToString(), found);
        var arn = await ArnAsync(found, cancellationToken).ConfigureAwait(false);
        try
        {
            return partition is null
                ? await TableAsync(found, arn, permissions, seconds, cancellationToken).ConfigureAwait(false)
                : await PartitionAsync(found, arn, permissions, partition, seconds, cancellationToken).ConfigureAwait(false);
        }
        catch (PermissionTypeMismatchException error)
        {
            throw Fault.CredentialsNeedWholeTable(found.ToString(), found, inner: error);
        }
    }

    /// <summary>Gets keys for a place in S3 by what the caller may do with the table there.</summary>
    /// <param name="path">An S3 ARN or URI.</param>
    /// <param name="canWrite">Whether the keys are to write; null for as much as the caller may.</param>
    /// <param name="seconds">The lifetime of the keys, 900 to 43,200; null for the service's default.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The keys.</returns>
    /// <exception cref="LakeException"><c>InvalidDataLocation</c>, and what the service refuses.</exception>
    public async Task<LakeTemporaryCredential> ForPathAsync(string path, bool? canWrite, int? seconds, CancellationToken cancellationToken)
    {
        if (!S3Location.IsLocation(path)) throw Fault.InvalidDataLocation(path);
        var uri = S3Location.ToUri(path) + "/";
        var answer = await connection.Clients.LakeFormation.GetTemporaryDataLocationCredentialsAsync(
            new GetTemporaryDataLocationCredentialsRequest
        {
            DataLocations = [uri],
            CredentialsScope = canWrite is { } write ? write ? CredentialsScope.READWRITE : CredentialsScope.READ : null,
            DurationSeconds = seconds,
        }, cancellationToken).ConfigureAwait(false);
        var keys = answer.Credentials;
        return new LakeTemporaryCredential(connection, uri, keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken)
        {
            Path = [.. answer.AccessibleDataLocations is { Count: > 0 } places ? places : [uri]],
            Scope = ScopeOf(answer.CredentialsScope == CredentialsScope.READWRITE),
            Expiration = Local(keys.Expiration),
        };
    }

    private static string ScopeOf(IReadOnlyList<string> permissions) => ScopeOf(permissions.Any(permission => permission != "SELECT"));

    private static string ScopeOf(bool canWrite) => canWrite ? "ReadWrite" : "Read";

    private static DateTime Local(DateTime? expiration) => expiration?.ToLocalTime() ?? DateTime.MaxValue;

    private static string[] Folder(string? location) => location is null ? [] : [S3Location.ToUri(location) + "/"];

    private async Task<LakeTemporaryCredential> TableAsync(GlueTable table, string arn, IReadOnlyList<string> permissions, int? seconds,
        CancellationToken cancellationToken)
    {
        var keys = await connection.Clients.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
            new GetTemporaryGlueTableCredentialsRequest { TableArn = arn, Permissions = [.. permissions], DurationSeconds = seconds },
                cancellationToken).ConfigureAwait(false);
        return new LakeTemporaryCredential(connection, table.ToString(), keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken)
        {
            Path = keys.VendedS3Path is { Count: > 0 } vended ? [.. vended] : Folder(table.Location),
            Scope = ScopeOf(permissions),
            Expiration = Local(keys.Expiration),
        };
    }

    private async Task<LakeTemporaryCredential> PartitionAsync(GlueTable table, string arn, IReadOnlyList<string> permissions,
        IReadOnlyList<string> values, int? seconds,
        CancellationToken cancellationToken)
    {
        var partition = await new PartitionService(connection)
            .GetAsync(table.DatabaseName, table.Name, values, table.CatalogId, cancellationToken).ConfigureAwait(false);
        var keys = await connection.Clients.LakeFormation.GetTemporaryGluePartitionCredentialsAsync(
            new GetTemporaryGluePartitionCredentialsRequest
        {
            TableArn = arn,
            Partition = new PartitionValueList { Values = [.. values] },
            Permissions = [.. permissions],
            DurationSeconds = seconds,
        }, cancellationToken).ConfigureAwait(false);
        return new LakeTemporaryCredential(connection, partition.ToString(), keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken)
        {
            Path = Folder(partition.Location ?? table.Location),
            Scope = ScopeOf(permissions),
            Expiration = Local(keys.Expiration),
        };
    }

    private async Task<string> ArnAsync(GlueTable table, CancellationToken cancellationToken)
    {
        var account = table.CatalogId ?? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        return GlueArn.Table(connection.Region, account, table.DatabaseName, table.Name);
    }
}
