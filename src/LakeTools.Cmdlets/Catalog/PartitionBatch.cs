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
    private ((string Database, string Table, string? Catalog) Table, T Item) _next;

    /// <summary>Adds an item.</summary>
    /// <param name="table">Its table.</param>
    /// <param name="item">The item.</param>
    /// <returns>False if those before it must be sent first, by <see cref="SendAsync"/>.</returns>
    public bool TryAdd((string Database, string Table, string? Catalog) table, T item)
    {
        if (_items.Count > 0 && (_table != table || _items.Count == size))
        {
            _next = (table, item);
            return false;
        }

        _table = table;
        _items.Add(item);
        return true;
    }

    /// <summary>Sends the items, and then adds the one that could not be added.</summary>
    /// <param name="send">Sends the items.</param>
    /// <returns>The work.</returns>
    public async Task SendAsync(Func<(string Database, string Table, string? Catalog), List<T>, Task> send)
    {
        await FlushAsync(send).ConfigureAwait(false);
        TryAdd(_next.Table, _next.Item);
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
