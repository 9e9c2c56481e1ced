using System.Reflection;
using Amazon;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Connection;

/// <summary>
/// The Regions that the SDK knows. Its own list grows by every name that it is asked for in the process, also by a mistyped one, so the
/// fields of its class are read.
/// </summary>
public static class Regions
{
    /// <summary>The Regions, by their codes.</summary>
    public static IReadOnlyList<RegionEndpoint> Known { get; } =
    [
        .. typeof(RegionEndpoint).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null))
            .OfType<RegionEndpoint>().OrderBy(region => region.SystemName, StringComparer.Ordinal),
    ];

    /// <summary>The Region of a code.</summary>
    /// <exception cref="LakeException"><c>UnknownRegion</c>.</exception>
    internal static RegionEndpoint Parse(string code)
    {
        // A Region that is newer than the SDK is accepted if its area is known, such as eu-central-3.
        if (Known.Any(region => region.SystemName == code) || (code.Length > 0 && char.IsAsciiDigit(code[^1])
            && Known.Any(region => region.SystemName[..^1] == code[..^1]))) return RegionEndpoint.GetBySystemName(code);
        throw Fault.UnknownRegion(code, Spelling.DidYouMean(code, Known.Select(region => region.SystemName)));
    }
}
