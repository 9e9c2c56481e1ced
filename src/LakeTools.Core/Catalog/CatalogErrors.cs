using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Catalog;

/// <summary>Maps errors of Glue to errors of a database or a table.</summary>
internal static class CatalogErrors
{
    /// <summary>Runs a call about a database.</summary>
    public static async Task<T> OfDatabaseAsync<T>(string database, Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException error)
        {
            throw CatalogNotFound(error) ?? DatabaseNotFound(error, database);
        }
        catch (AlreadyExistsException error)
        {
            throw Fault.DatabaseExists(database, inner: error);
        }
        catch (AmazonGlueException error) when (IsDenied(error))
        {
            throw Fault.DatabaseAccessDenied(
                database, error.Message, AccessRemedy.Of(error.Message, LakeResource.Database(database)), inner: error);
        }
    }

    // A nested catalog that does not exist. In another account, the database is what does not exist.
    private static LakeException? CatalogNotFound(EntityNotFoundException error) =>
        error.Message.Split(' ') is ["Catalog", var id, "not", "found."] && id.Contains(':', StringComparison.Ordinal)
            ? Fault.LakeCatalogNotFound(id, id, inner: error) : null;

    /// <summary>Runs a call about a table.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="table">Its name.</param>
    /// <param name="call">The call.</param>
    /// <param name="purpose">What the caller does with the table's data; none if it needs only the table's description.</param>
    public static async Task<T> OfTableAsync<T>(string database, string table, Func<Task<T>> call,
        PermissionSet purpose = PermissionSet.None)
    {
        var name = database + "." + table;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException error)
        {
            // The text of Glue names what is missing: 'Database x not found.' or 'Entity Not Found' for the table.
            if (CatalogNotFound(error) is { } catalog) throw catalog;
            if (error.Message.StartsWith("Database ", StringComparison.OrdinalIgnoreCase)) throw DatabaseNotFound(error, database);
            throw Fault.TableNotFound(name, database, table, inner: error);
        }
        catch (AlreadyExistsException error)
        {
            throw Fault.TableExists(name, database, table, inner: error);
        }
        catch (AmazonGlueException error) when (IsDenied(error))
        {
            throw TableDenied(name, database, table, error.Message, error, purpose);
        }
    }

    /// <summary>The error of a denied table, with the command that grants what is missing.</summary>
    /// <param name="target">The object at fault.</param>
    /// <param name="database">The table's database.</param>
    /// <param name="table">Its name.</param>
    /// <param name="answer">Glue's text.</param>
    /// <param name="cause">The exception. Null if Glue listed the error in its response.</param>
    /// <param name="purpose">What the caller does with the table's data.</param>
    public static LakeException TableDenied(object target, string database, string table, string? answer, Exception? cause,
        PermissionSet purpose = PermissionSet.None) => Fault.TableAccessDenied(
            target, database, table, answer, AccessRemedy.Of(answer, LakeResource.Table(database, table), purpose), inner: cause);

    private static LakeException DatabaseNotFound(Exception error, string database) =>
        Fault.DatabaseNotFound(database, inner: error);

    private static bool IsDenied(AmazonGlueException error) => error.ErrorCode is "AccessDeniedException";
}
