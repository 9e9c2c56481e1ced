using Amazon.Runtime;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Queries;

namespace LakeTools.Core.Queries;

/// <summary>
/// The tables of a lake as the connection's principal sees them. Here alone a query comes to a table: the catalog is asked for it, and Lake
/// Formation for credentials to its data, as Import-LakeData asks.
/// </summary>
/// <param name="connection">The lake, as the principal.</param>
/// <param name="warn">Takes what could not be kept of values, and which files were left out.</param>
public sealed class QueryTables(LakeConnection connection, Action<string> warn) : IQueryTables
{
    private const string Denied = "Insufficient permissions to execute the query. ";

    /// <inheritdoc/>
    public async Task<IQueryTable?> FindAsync(string databaseName, string tableName, CancellationToken cancellationToken)
    {
        try
        {
            var address = new TableAddress(databaseName, tableName);
            var layout = await TableCatalog.GetAsync(connection, address, PermissionSet.Select, cancellationToken).ConfigureAwait(false);
            var data = await TableCredentials.ConnectAsync(connection, layout, TableCredentials.Read, cancellationToken)
                .ConfigureAwait(false);
            return layout.Columns.Count + layout.PartitionKeys.Count > 0
                ? new QueryTable(connection, data, layout, warn)
                : throw new QueryException($"{Denied}Insufficient Lake Formation permission(s): Required Select on {tableName}");
        }
        catch (LakeException error) when (error.Id is nameof(Fault.TableNotFound) or nameof(Fault.DatabaseNotFound))
        {
            return null;
        }
        catch (Exception error) when (error is LakeException or AmazonServiceException)
        {
            throw ReasonOf(error);
        }
    }

    /// <summary>The reason that Athena would give for an error.</summary>
    /// <param name="error">The error.</param>
    internal static QueryException ReasonOf(Exception error) => error switch
    {
        LakeException { InnerException: AmazonServiceException inner } => ReasonOf(inner),
        AmazonServiceException { ErrorCode: "AccessDeniedException" or "AccessDenied" } denied =>
            new QueryException(Denied + denied.Message, denied) { IsDenied = true },
        LakeException { Id: nameof(Fault.BadRow) or nameof(Fault.RowsNotJudged) or nameof(Fault.DataFileInvalid)
            or nameof(Fault.TextEncodingInvalid) or nameof(Fault.PartitionValueInvalid) } bad =>
            new QueryException($"HIVE_BAD_DATA: {TextOf(bad)}", bad),
        LakeException other => new QueryException($"NOT_SUPPORTED: {other.Message}", other),
        _ => new QueryException($"GENERIC_INTERNAL_ERROR: {error.Message}", error),
    };

    // The errors of an import say that rows are skipped; a query ends at them.
    private static string TextOf(LakeException bad) => (bad.Target, bad.Id) switch
    {
        (LakeBadRow row, nameof(Fault.BadRow)) => $"{row.Path}, line {row.Line}, column {row.Column}: {row.Reason}.",
        (LakeBadRow row, _) => $"{row.Path}, line {row.Line}, column {row.Column}: {row.Reason}. "
            + "Set the SerDe parameter serialization.encoding to the encoding of the files.",
        (_, nameof(Fault.DataFileInvalid)) => $"{bad.Target} cannot be read to its end: {bad.InnerException?.Message}",
        (_, nameof(Fault.RowsNotJudged)) => $"Rows of {bad.Target} cannot be read, so it is not known whether you can see them.",
        _ => bad.Message,
    };
}
