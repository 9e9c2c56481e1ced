using LakeTools.Local.Api;
using LakeTools.Local.LakeFormation.Records;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Answers;

/// <summary>
/// The catalogs that a list goes through: the caller's own, those that other accounts share, or both (API reference, ResourceShareType of
/// GetDatabases and SearchTables).
/// </summary>
internal sealed class SharedCatalogs
{
    private readonly List<(ApiCall Call, LakeGuard Guard)> _catalogs;

    /// <summary>The catalogs that a call asks for.</summary>
    public SharedCatalogs(ApiCall call)
    {
        Type = call.Input.Text("ResourceShareType");
        var others = Type is null ? [] : call.Lake.World.All(call.Session).Where(lake => lake.AccountId != call.Lake.AccountId)
            .Select(lake => call.In(lake.AccountId)!);
        var own = Type == "FOREIGN" ? [] : new[] { call };
        _catalogs = [.. own.Concat(others).Select(one => (one, new LakeGuard(one)))];
    }

    /// <summary>ALL, FOREIGN or FEDERATED; null if the call asks for the own catalog alone.</summary>
    public string? Type { get; }

    /// <summary>Items of all catalogs whose place follows; the first ones where it is empty.</summary>
    /// <param name="place">The result of <see cref="PlaceOf"/> for the last item.</param>
    /// <param name="count">The maximum number of items.</param>
    /// <param name="after">Reads items of one catalog.</param>
    public List<(ApiCall Call, LakeGuard Guard, T Item)> After<T>(string place, int count, Func<ApiCall, string, int, List<T>> after)
    {
        if (Type is null) return [.. after(_catalogs[0].Call, place, count).Select(item => (_catalogs[0].Call, _catalogs[0].Guard, item))];
        var (account, last) = place.Split('\n', 2) is [var first, var rest] ? (first, rest) : ("", "");
        var at = account.Length == 0 ? 0 : _catalogs.FindIndex(catalog => catalog.Call.Lake.AccountId == account);
        var found = new List<(ApiCall, LakeGuard, T)>();
        for (; at >= 0 && at < _catalogs.Count && found.Count < count; at++, last = "")
        {
            var (call, guard) = _catalogs[at];
            found.AddRange(after(call, last, count - found.Count).Select(item => (call, guard, item)));
        }

        return found;
    }

    /// <summary>The place of an item among those of all catalogs.</summary>
    /// <param name="call">The item's catalog.</param>
    /// <param name="key">Its place there.</param>
    public string PlaceOf(ApiCall call, string key) => Type is null ? key : $"{call.Lake.AccountId}\n{key}";
}
