namespace LakeTools.Core;

/// <summary>How far a piece of work is.</summary>
/// <param name="Activity">What is done, such as <c>Sending weather.csv</c>.</param>
/// <param name="Status">Where it stands, in words.</param>
/// <param name="Done">How much is done, in the unit of <paramref name="Total"/>.</param>
/// <param name="Total">How much there is; 0 where nobody knows.</param>
/// <param name="IsBytes">True if both count bytes, so rate and sizes are shown.</param>
public sealed record LakeProgress(string Activity, string Status, long Done = 0, long Total = 0, bool IsBytes = false);
