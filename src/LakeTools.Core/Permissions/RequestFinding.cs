namespace LakeTools.Core.Permissions;

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Id">The error's id: an entry of Errors.resx.</param>
/// <param name="Text">What is wrong, where, what is allowed, and what to type instead.</param>
public sealed record RequestFinding(string Id, string Text);
