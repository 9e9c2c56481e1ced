using System.Globalization;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>The versions of Glue that jobs run on.</summary>
public static class GlueVersions
{
    /// <summary>The known versions, the oldest first. Source: the list of versions in Glue's guide.</summary>
    public static IReadOnlyList<string> All { get; } = ["0.9", "1.0", "2.0", "3.0", "4.0", "5.0", "5.1"];

    /// <summary>Refuses what is no version. One above those that are known is left to Glue, which gets new ones.</summary>
    /// <param name="version">Such as 5.0; 5 means 5.0; null stays null.</param>
    /// <returns>The version as Glue writes it.</returns>
    /// <exception cref="LakeException"><c>UnknownGlueVersion</c>.</exception>
    public static string? Check(string? version)
    {
        if (version is null) return null;
        var whole = version.Contains('.', StringComparison.Ordinal) ? version : version + ".0";
        if (All.Contains(whole)) return whole;
        if (Number(whole) > Number(All[^1])) return whole;
        throw Fault.UnknownGlueVersion(version, string.Join(", ", All));
    }

    private static decimal? Number(string version) =>
        decimal.TryParse(version, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
