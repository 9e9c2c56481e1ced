using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace LakeTools.Local.Store;

/// <summary>
/// The tables of an account in the store. The first account has the tables by their names; each other one has its own, whose names
/// carry its id. Statements are written with the plain names.
/// </summary>
internal sealed partial class AccountTables
{
    // Texts have page sizes in them, so there are more than a few; who asks for odd ones must not fill the memory.
    private const int MaxKept = 4096;

    private readonly IReadOnlySet<string> _names;
    private readonly string _prefix;
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The tables of an account that is not the first one.</summary>
    /// <param name="names">The tables and indexes that each account has for itself: see <see cref="NamesOf"/>.</param>
    /// <param name="accountId">Twelve digits.</param>
    public AccountTables(IReadOnlySet<string> names, string accountId)
    {
        (_names, AccountId) = (names, accountId);
        _prefix = $"a{accountId}_";
    }

    /// <summary>The account of the tables.</summary>
    public string AccountId { get; }

    /// <summary>The names of the tables and indexes that the parts make for each account.</summary>
    public static IReadOnlySet<string> NamesOf(IEnumerable<StorePart> parts) => parts
        .Where(part => !part.IsShared)
        .SelectMany(part => part.Migrations)
        .SelectMany(migration => Made().Matches(migration))
        .Select(match => match.Groups["name"].Value)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The name by which the store knows the version of a part.</summary>
    public string PartOf(string part) => $"{AccountId}/{part}";

    /// <summary>A statement with the account's names.</summary>
    public string In(string sql)
    {
        if (_known.TryGetValue(sql, out var known)) return known;
        if (_known.Count >= MaxKept) _known.Clear();
        return _known[sql] = Word().Replace(sql, match => _names.Contains(match.Value) ? _prefix + match.Value : match.Value);
    }

    [GeneratedRegex(@"(?:CREATE (?:UNIQUE )?(?:TABLE|INDEX)|RENAME TO)\s+(?<name>[a-z][a-z0-9_]*)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Made();

    [GeneratedRegex(@"\b[a-z][a-z0-9_]*\b", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
