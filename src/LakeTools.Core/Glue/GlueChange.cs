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
