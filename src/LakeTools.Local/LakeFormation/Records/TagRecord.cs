using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>An LF-tag as it is kept.</summary>
/// <param name="Key">Its key, in lower case.</param>
/// <param name="Values">Its values, in lower case.</param>
/// <param name="Creator">Who made it.</param>
internal sealed record TagRecord(string Key, NameList Values, string Creator);
