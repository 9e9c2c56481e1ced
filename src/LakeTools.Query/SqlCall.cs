namespace LakeTools.Query;

/// <summary>A call of a function that <see cref="SqlRewrite"/> replaces.</summary>
/// <param name="Name">The function, in lower case.</param>
/// <param name="ArgumentCount">The number of its arguments.</param>
/// <param name="Offset">The place of its name: bytes from the statement's start.</param>
internal sealed record SqlCall(string Name, int ArgumentCount, long Offset);
