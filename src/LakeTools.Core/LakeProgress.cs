namespace LakeTools.Core;

/// <summary>The progress of a task.</summary>
/// <param name="Activity">The activity, such as <c>Sending weather.csv</c>.</param>
/// <param name="Status">The status text.</param>
/// <param name="Done">The completed amount, in the unit of <paramref name="Total"/>.</param>
/// <param name="Total">The total amount; 0 if it is not known.</param>
/// <param name="IsBytes">True if both count bytes, so rate and sizes are shown.</param>
public sealed record LakeProgress(string Activity, string Status, long Done = 0, long Total = 0, bool IsBytes = false);
