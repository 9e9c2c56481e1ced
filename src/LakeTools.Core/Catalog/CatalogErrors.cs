using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Errors;

namespace LakeTools.Core.Catalog;

/// <summary>Says what Glue's answers mean for a database or a table.</summary>
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
            throw DatabaseNotFound(error, database);
        }
        catch (AlreadyExistsException error)
        {
            throw new LakeException(error, nameof(Errors.Errors.DatabaseExists), LakeErrorCategory.Exists, database,
                Errors.Errors.DatabaseExists, database);
        }
        catch (AmazonGlueException error) when (IsDenied(error))
        {
            throw new LakeException(error, nameof(Errors.Errors.DatabaseAccessDenied), LakeErrorCategory.PermissionDenied, database,
                Errors.Errors.DatabaseAccessDenied, database, error.Message);
        }
    }

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
            // Glue names what is missing in its text: 'Database x not found.' or 'Entity Not Found' for the table.
            if (error.Message.StartsWith("Database ", StringComparison.OrdinalIgnoreCase)) throw DatabaseNotFound(error, database);
            throw new LakeException(error, nameof(Errors.Errors.TableNotFound), LakeErrorCategory.NotFound, name,
                Errors.Errors.TableNotFound, database, table);
        }
        catch (AlreadyExistsException error)
        {
            throw new LakeException(error, nameof(Errors.Errors.TableExists), LakeErrorCategory.Exists, name, Errors.Errors.TableExists,
                database, table);
        }
        catch (AmazonGlueException error) when (IsDenied(error))
        {
            throw new LakeException(error, nameof(Errors.Errors.TableAccessDenied), LakeErrorCategory.PermissionDenied, name,
                Errors.Errors.TableAccessDenied, database, table, error.Message);
        }
    }

    private static LakeException DatabaseNotFound(Exception error, string database) =>
        new(error, nameof(Errors.Errors.DatabaseNotFound), LakeErrorCategory.NotFound, database, Errors.Errors.DatabaseNotFound, database);

    private static bool IsDenied(AmazonGlueException error) => error.ErrorCode is "AccessDeniedException";
}
