namespace LakeTools.Core.Permissions.Checks;

/// <summary>Actions of one service that IAM must allow a principal, each on every resource.</summary>
/// <param name="Actions">Such as <c>glue:GetTable</c>.</param>
/// <param name="Resources">ARNs, or <c>*</c> for actions without resources.</param>
internal sealed record PolicyQuestion(IReadOnlyList<string> Actions, IReadOnlyList<string> Resources)
{
    /// <summary>The value of <c>s3:prefix</c> of a listing; null for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>The bucket of the resources, whose Region is that of the requests; null for resources that are not in S3.</summary>
    public string? Bucket { get; init; }

    /// <summary>The host name of the service that makes the requests for the principal, as <c>kms:ViaService</c>; null for none.</summary>
    public string? ViaService { get; init; }
}
