namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// Gathers items of one table until a call's worth is there; a pipeline of thousands becomes few calls, and memory stays flat.
/// </summary>
/// <typeparam name="T">What is gathered.</typeparam>
/// <param name="size">How many a call takes.</param>
internal sealed class PartitionBatch<T>(int size)
{
    private readonly List<T> _items = new(size);
    private (string Database, string Table, string? Catalog) _table;

    /// <summary>Adds an item.</summary>
    /// <param name="table">The table that it is of.</param>
    /// <param name="item">The item.</param>
    /// <param name="send">Sends what was gathered: called when the table changes, and when the batch is full.</param>
    /// <returns>The work.</returns>
    public async Task AddAsync((string Database, string Table, string? Catalog) table, T item,
        Func<(string Database, string Table, string? Catalog), List<T>, Task> send)
    {
        if (_items.Count > 0 && _table != table) await FlushAsync(send).ConfigureAwait(false);
        _table = table;
        _items.Add(item);
        if (_items.Count == size) await FlushAsync(send).ConfigureAwait(false);
    }

    /// <summary>Sends what is left.</summary>
    /// <param name="send">Sends it.</param>
    /// <returns>The work.</returns>
    public async Task FlushAsync(Func<(string Database, string Table, string? Catalog), List<T>, Task> send)
    {
        if (_items.Count == 0) return;
        List<T> items = [.. _items];
        _items.Clear();
        await send(_table, items).ConfigureAwait(false);
    }
}
