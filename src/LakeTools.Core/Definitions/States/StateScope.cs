using System.Globalization;
using LakeTools.Rules.Names;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.States;

/// <summary>The part of a lake to read: what a definition contains and owns, or everything.</summary>
/// <param name="Wanted">The contents of the definition.</param>
/// <param name="Owned">The resources that the definition owns.</param>
/// <param name="Everything">True for the whole lake.</param>
internal sealed record StateScope(LakeState Wanted, Ownership Owned, bool Everything = false)
{
    // What is read in a database or a table. Grants and opt-ins are read from lists of their own.
    private static readonly StateKind[] s_inDatabase =
    [
        StateKind.Database, StateKind.Table, StateKind.Partition, StateKind.ColumnStatistics, StateKind.DataFilter,
        StateKind.TagAssignment,
    ];

    private readonly HashSet<string> _databases = [.. Inside(Wanted).Select(item => item.Resource!.DatabaseName!)];
    private readonly HashSet<StateKey> _places = [.. Inside(Wanted).Select(item => Place(item.Key.Kind, item.Resource!))];
    private readonly ILookup<string, string> _tables = Inside(Wanted).Where(item => item.Resource!.TableName is not null)
        .ToLookup(item => item.Resource!.DatabaseName!, item => item.Resource!.TableName!, StringComparer.Ordinal);
    private readonly HashSet<StateKind> _kinds = [.. Wanted.Items.Select(item => item.Key.Kind)];
    private readonly KeyPattern[] _patterns =
        [.. Owned.Rules.Where(rule => rule.Kind == OwnedKind.Database).Select(rule => new KeyPattern(rule.Pattern))];
    private readonly bool _ownsAll = Owned.Rules.Any(rule => rule.Kind == OwnedKind.Everything);

    /// <summary>Gets what is found and left out; null if the caller does not need it.</summary>
    public LeftOut? LeftOut { get; init; }

    /// <summary>What becomes of items of which only parts are left out: those that go.</summary>
    public LakeState Staying { get; init; } = new([]);

    /// <summary>Told of what is read.</summary>
    public IProgress<LakeProgress>? Progress { get; init; }

    /// <summary>Reports the progress of reading a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="done">The number of items that were read.</param>
    /// <param name="total">The total number of items; 0 if it is not known.</param>
    public void Say(StateKind kind, long done, long total = 0) => Progress?.Report(new LakeProgress(
        "Reading the lake",
        string.Create(CultureInfo.InvariantCulture, $"{kind}: {done:N0}{(total > 0 ? $" of {total:N0} tables" : " read")}"),
        done,
        total));

    /// <summary>Names the settings of an item that are left out.</summary>
    /// <param name="key">The item.</param>
    /// <param name="settings">All of them.</param>
    /// <param name="ofParts">Those of the parts that the item, as it becomes, does not have.</param>
    public void Name(StateKey key, IEnumerable<string> settings, Func<StateItem, IEnumerable<string>> ofParts)
    {
        if (LeftOut is null) return;
        foreach (var part in Staying.Find(key) is { } after ? ofParts(after) : settings) LeftOut.Add(part, key.Kind, key.Id);
    }

    /// <summary>Whether an item of a kind can be in it.</summary>
    public bool Has(StateKind kind) => Everything || _kinds.Contains(kind) || Owned.MayOwn(kind);

    /// <summary>Whether any database can be in it, or anything in one.</summary>
    public bool HasDatabases => Array.Exists(s_inDatabase, Has);

    /// <summary>Whether a database is in it, or anything in the database.</summary>
    public bool HasDatabase(string name) => OwnsDatabase(name) || _databases.Contains(name);

    /// <summary>The tables of a database that are in it, or have anything in it.</summary>
    /// <param name="database">The database's name.</param>
    /// <returns>Their names. Null if any table can be.</returns>
    public IReadOnlyCollection<string>? TablesOf(string database) =>
        OwnsDatabase(database) ? null : _tables[database].ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether an item of a kind can be in it that belongs to a database or a table.</summary>
    public bool Has(StateKind kind, LakeResource place) => OwnsDatabase(place.DatabaseName!) || _places.Contains(Place(kind, place));

    /// <summary>The names to read of a kind that is used outside the lake too: the names in the definition, the patterns it owns,
    /// and, for the whole lake, the names that the lake refers to.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="used">The names that the lake refers to.</param>
    /// <returns>Names and patterns.</returns>
    public IReadOnlyList<string> NamesOf(StateKind kind, IEnumerable<string> used) =>
    [
        .. Owned.Rules.Where(rule => rule.Kind != OwnedKind.Everything && rule.MayName(kind)).Select(rule => rule.Pattern),
        .. Wanted.Items.Where(item => item.Key.Kind == kind).Select(item => KeyPattern.Escape(item.Key.Id)),
        .. Everything ? used.Distinct(StringComparer.Ordinal).Select(KeyPattern.Escape) : [],
    ];

    /// <summary>Whether a thing is in it.</summary>
    public bool Has(StateItem item) => Everything || Wanted.Find(item.Key) is not null || Owned.Owns(item);

    private bool OwnsDatabase(string name) => Everything || _ownsAll || Array.Exists(_patterns, pattern => pattern.IsMatch(name));

    private static IEnumerable<StateItem> Inside(LakeState wanted) =>
        wanted.Items.Where(item => s_inDatabase.Contains(item.Key.Kind) && item.Resource?.DatabaseName is not null);

    // A kind with the database or the table that its items are in.
    private static StateKey Place(StateKind kind, LakeResource place) =>
        new(kind, QualifiedName.Of(new[] { place.DatabaseName, place.TableName }.OfType<string>()));
}
