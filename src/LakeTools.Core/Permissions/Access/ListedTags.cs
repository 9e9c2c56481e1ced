using Amazon.LakeFormation.Model;

namespace LakeTools.Core.Permissions.Access;

/// <summary>The LF-Tags of a database, a table and its columns, as GetResourceLFTags lists them.</summary>
/// <param name="database">The tags on the database.</param>
/// <param name="table">The tags on the table.</param>
/// <param name="columns">The tags on columns.</param>
internal sealed class ListedTags(IEnumerable<LFTagPair>? database, IEnumerable<LFTagPair>? table, IEnumerable<ColumnLFTag>? columns)
{
    private readonly IReadOnlyDictionary<string, string> _onDatabase = Over(null, database);
    private readonly List<LFTagPair> _onTable = [.. table ?? []];
    private readonly Dictionary<string, List<LFTagPair>> _onColumns =
        (columns ?? []).ToDictionary(column => column.Name.ToLowerInvariant(), column => column.LFTags ?? [], StringComparer.Ordinal);

    /// <summary>No tags.</summary>
    public static ListedTags None { get; } = new(null, null, null);

    /// <summary>
    /// The tags that apply. Whether or not the service lists inherited values with the table and its columns, the nearest value of a key
    /// applies.
    /// </summary>
    /// <param name="isTable">False for the database's own.</param>
    /// <param name="column">A column; null for the table.</param>
    /// <returns>Values by key.</returns>
    public IReadOnlyDictionary<string, string> Of(bool isTable, string? column)
    {
        if (!isTable) return _onDatabase;
        var onTable = Over(_onDatabase, _onTable);
        return column is not null && _onColumns.TryGetValue(column, out var own) ? Over(onTable, own) : onTable;
    }

    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string>? inherited, IEnumerable<LFTagPair>? own)
    {
        var tags = inherited is null ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(inherited, StringComparer.Ordinal);
        foreach (var pair in own ?? [])
            if (pair.TagValues is [var value, ..]) tags[pair.TagKey.ToLowerInvariant()] = value.ToLowerInvariant();
        return tags;
    }
}
