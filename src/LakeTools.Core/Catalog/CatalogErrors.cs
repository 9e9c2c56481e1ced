using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Rules.Errors;

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
            throw Fault.DatabaseAccessDenied(database, error.Message, inner: error);
        }
    }

    // A nested catalog that does not exist. In another account, the database is what does not exist.
    private static LakeException? CatalogNotFound(EntityNotFoundException error) =>
        error.Message.Split(' ') is ["Catalog", var id, "not", "found."] && id.Contains(':', StringComparison.Ordinal)
            ? Fault.LakeCatalogNotFound(id, id, inner: error) : null;

    /// <summary>Runs a call about a table.</summary>
    public static async Task<T> OfTableAsync<T>(string database, string table, Func<Task<T>> call)
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
            throw Fault.TableAccessDenied(name, database, table, error.Message, inner: error);
        }
    }

    private static LakeException DatabaseNotFound(Exception error, string database) =>
        Fault.DatabaseNotFound(database, inner: error);

    private static bool IsDenied(AmazonGlueException error) => error.ErrorCode is "AccessDeniedException";
}
