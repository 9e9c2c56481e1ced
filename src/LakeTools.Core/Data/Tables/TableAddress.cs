namespace LakeTools.Core.Data.Tables;

/// <summary>The address of a table.</summary>
/// <param name="DatabaseName">Its database.</param>
/// <param name="Name">Its name.</param>
/// <param name="CatalogId">Its catalog; the connection's, or the caller's account, if null.</param>
public sealed record TableAddress(string DatabaseName, string Name, string? CatalogId = null)
{
    /// <summary>The table as people write it.</summary>
    /// <returns><c>database.table</c>.</returns>
    public override string ToString() => $"{DatabaseName}.{Name}";
}
