using LakeTools.Core.Errors;

namespace LakeTools.Core.Jobs;

/// <summary>The types of workers that Glue's API names.</summary>
public static class WorkerTypes
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> All { get; } = ["Standard", "G.025X", "G.1X", "G.2X", "G.4X", "G.8X", "Z.2X"];

    /// <summary>Gives a type its official spelling.</summary>
    /// <param name="name">A type in any case; null stays null.</param>
    /// <returns>The official spelling.</returns>
    /// <exception cref="LakeException"><c>UnknownWorkerType</c>.</exception>
    public static string? Check(string? name) => name is null ? null
        : All.FirstOrDefault(type => string.Equals(type, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new LakeException(nameof(Errors.Errors.UnknownWorkerType), LakeErrorCategory.InvalidArgument, name,
                Errors.Errors.UnknownWorkerType, name, string.Join(", ", All));
}
