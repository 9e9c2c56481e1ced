namespace LakeTools.Local.Store;

/// <summary>
/// The tables of one service. Its migrations are numbered from 1 and never change once released: a lake made by an older
/// version opens in a newer one because the newer one runs the missing ones.
/// </summary>
/// <param name="Name">Such as <c>glue</c>; tables carry it as their prefix (<c>glue_database</c>).</param>
/// <param name="Migrations">SQL scripts, in order.</param>
internal sealed record StorePart(string Name, params string[] Migrations)
{
    /// <summary>Whether all accounts of the store share the tables, as they share the names of buckets.</summary>
    public bool IsShared { get; init; }
}
