using System.Runtime.CompilerServices;
using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Core.Glue;

/// <summary>
/// Reads what belongs to databases, tables and data filters while others may remove these. A thing that was listed, and is gone when its
/// parts are read, has no parts. An error about one that is still there stays an error.
/// </summary>
/// <param name="connection">The lake.</param>
internal sealed class RemovedMeanwhile(LakeConnection connection)
{
    /// <summary>Reads something of a database, a table or a data filter.</summary>
    /// <param name="thing">The database, table or data filter.</param>
    /// <param name="read">Reads.</param>
    /// <param name="none">The result for what is gone.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The result.</returns>
    public async Task<T> ReadAsync<T>(LakeResource thing, Func<Task<T>> read, T none, CancellationToken cancellationToken)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (Exception error) when (IsNotFound(error) || (thing.FilterName is not null && IsOfFilter(error)))
        {
            if (await ExistsAsync(thing, cancellationToken).ConfigureAwait(false)) throw;
            return none;
        }
    }

    /// <summary>Lists the parts of a database or a table, up to where it is gone.</summary>
    /// <param name="thing">The database or table.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The parts.</returns>
    public async IAsyncEnumerable<T> ListAsync<T>(LakeResource thing, IAsyncEnumerable<T> parts,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var each = parts.GetAsyncEnumerator(cancellationToken);
        await using var _ = each.ConfigureAwait(false);
        while (await ReadAsync(thing, () => each.MoveNextAsync().AsTask(), false, cancellationToken).ConfigureAwait(false))
            yield return each.Current;
    }

    private static bool IsNotFound(Exception error) => error is EntityNotFoundException
        or Amazon.LakeFormation.Model.EntityNotFoundException
        or LakeException { Id: nameof(Fault.TableNotFound) or nameof(Fault.DatabaseNotFound) };

    // What is asked about a data filter that is not there is refused as invalid input.
    private static bool IsOfFilter(Exception error) => error is Amazon.LakeFormation.Model.InvalidInputException;

    private async Task<bool> ExistsAsync(LakeResource thing, CancellationToken cancellationToken)
    {
        try
        {
            await GetAsync(thing, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (IsNotFound(error))
        {
            return false;
        }
    }

    private Task GetAsync(LakeResource thing, CancellationToken cancellationToken) => thing switch
    {
        { FilterName: { } filter } => connection.Clients.LakeFormation.GetDataCellsFilterAsync(
            new Amazon.LakeFormation.Model.GetDataCellsFilterRequest
            {
                TableCatalogId = thing.CatalogId, DatabaseName = thing.DatabaseName, TableName = thing.TableName, Name = filter,
            },
            cancellationToken),
        { TableName: { } table } => connection.Clients.Glue.GetTableAsync(
            new GetTableRequest { CatalogId = connection.CatalogId, DatabaseName = thing.DatabaseName, Name = table }, cancellationToken),
        _ => connection.Clients.Glue.GetDatabaseAsync(
            new GetDatabaseRequest { CatalogId = connection.CatalogId, Name = thing.DatabaseName }, cancellationToken),
    };
}
