using Amazon.Glue.Model;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Glue;

/// <summary>The common rules for changes of Glue's records (connections, crawlers, triggers).</summary>
internal static class GlueChange
{
    /// <summary>Sets entries, and removes those that are null; others stay.</summary>
    public static Dictionary<string, string>? Merged(Dictionary<string, string>? old, IReadOnlyDictionary<string, string?>? change)
    {
        if (change is null) return old;
        var merged = new Dictionary<string, string>(old ?? [], StringComparer.Ordinal);
        foreach (var (key, value) in change)
        {
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        return merged;
    }

    /// <summary>
    /// The items of a list that names replace. An item whose name is given stays as it is; a name without an item makes one.
    /// </summary>
    /// <param name="old">The items.</param>
    /// <param name="names">The names. One that is given several times has at least as many items.</param>
    /// <param name="nameOf">The name of an item.</param>
    /// <param name="make">Makes an item.</param>
    /// <param name="sameName">Compares names. By default, they are compared letter by letter.</param>
    public static List<T> Named<T>(IEnumerable<T> old, IEnumerable<string> names, Func<T, string?> nameOf, Func<string, T> make,
        IEqualityComparer<string?>? sameName = null)
    {
        var items = old.ToLookup(nameOf, sameName);
        return [.. names.GroupBy(name => name, sameName).SelectMany(group =>
        {
            var kept = items[group.Key].ToList();
            var added = group.Skip(kept.Count).Select(make);
            return kept.Concat(added);
        })];
    }

    /// <summary>Null for what is empty, which Glue does not take.</summary>
    public static Dictionary<string, string>? NotEmpty(Dictionary<string, string>? entries) => entries?.Count > 0 ? entries : null;

    /// <summary>Calls, and turns Glue's refusals into errors that name the resource.</summary>
    public static async Task<T> CallAsync<T>(Func<Task<T>> call, Func<Exception, LakeException> notFound,
        Func<Exception, LakeException> exists)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (EntityNotFoundException error)
        {
            throw notFound(error);
        }
        catch (Exception error) when (error is AlreadyExistsException or IdempotentParameterMismatchException)
        {
            throw exists(error);
        }
    }
}
