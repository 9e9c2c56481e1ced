namespace LakeTools.Core.Permissions.Checks;

/// <summary>Actions that IAM must allow a principal, each on every resource.</summary>
/// <param name="Actions">Such as <c>glue:GetTable</c>.</param>
/// <param name="Resources">ARNs, or <c>*</c> for actions without resources.</param>
internal sealed record PolicyQuestion(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>The value of <c>s3:prefix</c> of a listing; null for none.</summary>
    public string? Prefix { get; init; }
}
