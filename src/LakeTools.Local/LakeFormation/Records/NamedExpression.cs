using LakeTools.Rules.Resources;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A named expression of LF-Tags as it is kept.</summary>
/// <param name="Name">Its name; letter case counts.</param>
/// <param name="Description">The purpose of the expression, or null.</param>
/// <param name="Expression">The conditions.</param>
/// <param name="Creator">Its creator.</param>
internal sealed record NamedExpression(string Name, string? Description, TagExpression Expression, string Creator);
