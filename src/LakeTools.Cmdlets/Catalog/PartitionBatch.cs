namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// Collects items of one table for a call, so thousands of piped items need few calls and little memory.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="size">The maximum number of a call.</param>
internal sealed class PartitionBatch<T>(int size)
{
    private readonly List<T> _items = new(size);
    private (string Database, string Table, string? Catalog) _table;

    /// <summary>Adds an item.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="item">The item.</param>
    /// <param name="send">Sends the items. Called when the table changes and when the batch is full.</param>
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
