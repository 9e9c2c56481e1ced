using System.Text.Json;
using LakeTools.Aws.Json;

namespace LakeTools.Core.Calls;

/// <summary>The members of a response that this version does not know.</summary>
/// <remarks>The official packages drop them; built with these, nothing has any.</remarks>
internal static class UnknownMembers
{
    private static readonly Dictionary<string, JsonElement> s_none = [];

    /// <summary>The unknown members of a structure, without those of the structures in it.</summary>
    /// <param name="shape">The structure; null for none.</param>
    /// <returns>Values by name.</returns>
    public static IReadOnlyDictionary<string, JsonElement> Of(object? shape) => (shape as IJsonKeeper)?.Unknown ?? s_none;
}
