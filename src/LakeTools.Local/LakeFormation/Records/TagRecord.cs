using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>An LF-Tag as it is kept.</summary>
/// <param name="Key">Its key, in lower case.</param>
/// <param name="Values">Its values, in lower case.</param>
/// <param name="Creator">Its creator.</param>
internal sealed record TagRecord(string Key, NameList Values, string Creator);
