namespace LakeTools.Core.Trails;

/// <summary>Whether bytes of a trail's file may hold a record that is wanted; true says nothing, false is certain.</summary>
/// <param name="content">The bytes.</param>
/// <returns>False if they hold none.</returns>
internal delegate bool TrailMark(ReadOnlySpan<byte> content);
