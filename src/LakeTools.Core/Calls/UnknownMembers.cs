using System.Text.Json;
using LakeTools.Aws.Json;

namespace LakeTools.Core.Calls;

/// <summary>The members of a response that this version does not know.</summary>
/// <remarks>The official packages drop them; built with these, nothing has any.</remarks>
internal static class UnknownMembers
{
    private static readonly Dictionary<string, JsonElement> s_none = [];

    /// <summary>Takes the unknown members of a structure over to the one that replaces it, and of each structure that both have.</summary>
    /// <param name="from">The structure as it was read.</param>
    /// <param name="to">The structure that is sent: one of the same type.</param>
    public static void Keep(object? from, object? to)
    {
        if (from is not IJsonKeeper old || to is not IJsonKeeper changed || from.GetType() != to.GetType()) return;
        foreach (var (name, value) in Of(old)) (changed.Unknown ??= []).TryAdd(name, value);
        foreach (var member in from.GetType().GetProperties())
            if (typeof(IJsonKeeper).IsAssignableFrom(member.PropertyType)) Keep(member.GetValue(from), member.GetValue(to));
    }

    /// <summary>The names of the unknown members of a structure and of the structures in it.</summary>
    /// <param name="shape">The structure; null for none.</param>
    /// <returns>The names, each once.</returns>
    public static IEnumerable<string> Names(object? shape) => All(shape).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<string> All(object? shape) => shape switch
    {
        IJsonKeeper keeper => Of(keeper).Keys.Concat(shape.GetType().GetProperties()
            .Where(member => !member.PropertyType.IsValueType && member.PropertyType != typeof(string))
            .SelectMany(member => All(member.GetValue(shape)))),
        System.Collections.IList items => items.Cast<object?>().SelectMany(All),
        _ => [],
    };

    /// <summary>The unknown members of a structure, without those of the structures in it.</summary>
    /// <param name="shape">The structure; null for none.</param>
    /// <returns>Values by name.</returns>
    public static IReadOnlyDictionary<string, JsonElement> Of(object? shape) => (shape as IJsonKeeper)?.Unknown ?? s_none;
}
