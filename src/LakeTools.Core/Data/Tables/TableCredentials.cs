using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using Amazon.Runtime;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// The connection by which a table's data is reached: with credentials that Lake Formation vends for a guarded table, else
/// the caller's own.
/// </summary>
internal static class TableCredentials
{
    private const string ColumnPermission = "COLUMN_PERMISSION";
    private const string CellFilterPermission = "CELL_FILTER_PERMISSION";

    /// <summary>
    /// The restrictions of Lake Formation that the module enforces; the service refuses callers with any other.
    /// </summary>
    public static IReadOnlyList<string> CarriedOut { get; } = [ColumnPermission, CellFilterPermission];

    /// <summary>The permissions that a reader needs.</summary>
    public static IReadOnlyList<string> Read { get; } = ["SELECT"];

    /// <summary>The permissions that a writer needs to add rows.</summary>
    public static IReadOnlyList<string> Append { get; } = ["INSERT"];

    /// <summary>The permissions that a writer needs to replace rows.</summary>
    public static IReadOnlyList<string> Replace { get; } = ["INSERT", "DELETE"];

    /// <summary>Gets the connection for a table's data.</summary>
    /// <param name="connection">The caller's.</param>
    /// <param name="table">The table.</param>
    /// <param name="permissions">The permissions for the intended use.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="columns">The columns that will be read, for the audit trail; null if that is not known.</param>
    /// <returns>A connection whose S3 client reaches the data.</returns>
    /// <exception cref="LakeException"><c>RowFilterNotSupported</c>; access denied comes as the service says it.</exception>
    public static async Task<LakeConnection> ConnectAsync(LakeConnection connection, TableLayout table, IReadOnlyList<string> permissions,
        CancellationToken cancellationToken, IReadOnlyList<string>? columns = null)
    {
        if (!table.IsGuarded) return connection;
        var isReading = ReferenceEquals(permissions, Read);
        if (table.Cells is not null && !isReading) throw RowFiltered(null, table.Address);
        try
        {
            // The service hands out no credentials to callers with restrictions of a type that is not named here: filters
            // are named only where the catalog has told which ones there are.
            var vended = await connection.ForTableData().Clients.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
                new GetTemporaryGlueTableCredentialsRequest
            {
                TableArn = table.Arn,
                Permissions = [.. permissions],
                SupportedPermissionTypes = isReading && table.IsTold ? [.. CarriedOut] : [ColumnPermission],
                AuditContext = AuditText.Of(columns),
            }, cancellationToken).ConfigureAwait(false);
            return connection.With(new SessionAWSCredentials(vended.AccessKeyId, vended.SecretAccessKey, vended.SessionToken));
        }
        catch (PermissionTypeMismatchException error)
        {
            throw RowFiltered(error, table.Address);
        }
        catch (AmazonLakeFormationException error)
            when (error.ErrorCode == "AccessDeniedException"
                && error.Message.Contains("not authorized to access", StringComparison.Ordinal))
        {
            var needed = PermissionNames.Parse(permissions);
            var resource = LakeResource.Table(table.Address.DatabaseName, table.Address.Name, table.Address.CatalogId);
            throw Fault.AccessDenied(table.Address.ToString(), "Lake Formation", $"{needed.ToText()} on {resource}",
                $"{error.Message.TrimEnd('.')}. {AccessRemedy.Granted(needed, resource)}", inner: error);
        }
    }

    /// <summary>The error of a table of which the caller may see only some rows, where that cannot be carried out.</summary>
    /// <param name="cause">The service's error, or null.</param>
    /// <param name="address">The table.</param>
    /// <returns>The error <c>RowFilterNotSupported</c>.</returns>
    public static LakeException RowFiltered(Exception? cause, TableAddress address) =>
        Fault.RowFilterNotSupported(address.ToString(), address, inner: cause);
}
