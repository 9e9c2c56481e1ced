namespace LakeTools.Local;

/// <summary>What every service of one lake knows.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Folder">The lake's folder, absolute.</param>
/// <param name="Clock">Now; tests bring their own.</param>
internal sealed record LakeContext(string AccountId, string Region, string Folder, TimeProvider Clock);
