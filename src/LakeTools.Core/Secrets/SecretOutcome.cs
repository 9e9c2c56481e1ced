namespace LakeTools.Core.Secrets;

/// <summary>The result of reading one secret of several.</summary>
/// <param name="Id">The id as given.</param>
/// <param name="Secret">The secret; null if it could not be read.</param>
/// <param name="Failure">Why not.</param>
public sealed record SecretOutcome(string? Id, LakeSecret? Secret, Exception? Failure);
