using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>The types of workers that Glue has: general ones (G), with more memory (R), and for Ray (Z).</summary>
public static class WorkerTypes
{
    /// <summary>Their names. Source: Glue's API and its guide's page on worker types.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["Standard", "G.025X", "G.1X", "G.2X", "G.4X", "G.8X", "G.12X", "G.16X", "R.1X", "R.2X", "R.4X", "R.8X", "Z.2X"];

    /// <summary>Gives a type its official spelling.</summary>
    /// <param name="name">A type in any case; null stays null.</param>
    /// <returns>The official spelling.</returns>
    /// <exception cref="LakeException"><c>UnknownWorkerType</c>.</exception>
    public static string? Check(string? name) => name is null ? null
        : All.FirstOrDefault(type => string.Equals(type, name, StringComparison.OrdinalIgnoreCase))
            ?? throw Fault.UnknownWorkerType(name, string.Join(", ", All), Spelling.DidYouMean(name, All));
}
