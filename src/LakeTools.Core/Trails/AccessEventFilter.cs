using LakeTools.Rules.Text;

namespace LakeTools.Core.Trails;

/// <summary>The criteria of events; null matches any. Names take wildcards and are not case-sensitive; principals are.</summary>
/// <param name="Principals">ARNs; none for all.</param>
/// <param name="Database">A database.</param>
/// <param name="Table">A table.</param>
/// <param name="After">Not before this.</param>
/// <param name="Before">Not after this.</param>
public sealed record AccessEventFilter(IReadOnlyList<string> Principals, string? Database, string? Table, DateTime? After, DateTime? Before)
{
    private readonly List<KeyPattern> _principals = [.. Principals.Select(principal => new KeyPattern(principal))];
    private readonly KeyPattern? _database = Database is null ? null : new KeyPattern(Database.ToLowerInvariant());
    private readonly KeyPattern? _table = Table is null ? null : new KeyPattern(Table.ToLowerInvariant());

    internal bool Matches(LakeAccessEvent item) =>
        !(item.Time < After) && !(item.Time > Before)
        && (_principals.Count == 0 || (item.Principal is { } principal && _principals.Exists(known => known.IsMatch(principal))))
        && (_database is null || (item.DatabaseName is { } database && _database.IsMatch(database)))
        && (_table is null || (item.TableName is { } table && _table.IsMatch(table)));
}
