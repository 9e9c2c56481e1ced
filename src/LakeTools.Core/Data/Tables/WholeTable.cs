using Amazon.LakeFormation;
using Amazon.LakeFormation.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Data.Tables;

/// <summary>
/// Keeps a principal that sees only some columns of a table from writing files that do not fit it: delimited text, whose columns have
/// places and no names, and folders of partitions of which a key is hidden.
/// </summary>
internal static class WholeTable
{
    /// <summary>Throws if a file with the caller's columns would not belong to the table.</summary>
    /// <param name="connection">The lake, as the caller.</param>
    /// <param name="table">The table, as the caller sees it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The check.</returns>
    /// <exception cref="LakeException"><c>ColumnsHidden</c>.</exception>
    public static async Task RequireAsync(LakeConnection connection, TableLayout table, CancellationToken cancellationToken)
    {
        if (!table.IsGuarded) return;
        var isHidden = table.KeyOrder.Count != table.PartitionKeys.Count;
        if (table.Format.IsByPosition)
            isHidden |= table.IsTold ? table.Positions!.Count != table.Columns.Count
                : await IsRestrictedAsync(connection, table, cancellationToken).ConfigureAwait(false);
        if (!isHidden) return;
        throw Fault.ColumnsHidden(table.Address.ToString(), table.Address);
    }

    // If the catalog gives no answer, the refusal of credentials to an engine that filters no columns tells it.
    private static async Task<bool> IsRestrictedAsync(LakeConnection connection, TableLayout table, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ForTableData().Clients.LakeFormation.GetTemporaryGlueTableCredentialsAsync(
                new GetTemporaryGlueTableCredentialsRequest { TableArn = table.Arn, Permissions = ["SELECT"],
                    SupportedPermissionTypes = ["CELL_FILTER_PERMISSION"], AuditContext = AuditText.Of(null) },
                cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (PermissionTypeMismatchException)
        {
            return true;
        }
        catch (AmazonLakeFormationException error) when (error.ErrorCode == "AccessDeniedException")
        {
            return false; // who may not read at all has no columns that are hidden from reading
        }
    }
}
