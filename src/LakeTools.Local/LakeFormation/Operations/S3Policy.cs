using LakeTools.Local.Iam;
using LakeTools.Local.Identity;

namespace LakeTools.Local.LakeFormation.Operations;

/// <summary>The decision of IAM policies about actions on objects; only conditions on s3:prefix count, which lists have.</summary>
internal static class S3Policy
{
    /// <summary>The question whether an action is allowed.</summary>
    /// <param name="action">The action.</param>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key; of an action on the bucket the listed prefix.</param>
    /// <param name="principals">For the policy of a bucket: the ARNs and the account of who asks; null for the policy of a role, which
    /// names no principals.</param>
    public static PolicyQuestion Question(ObjectAction action, string bucket, string key, IReadOnlyCollection<string>? principals = null) =>
        new(action.Name, action.IsOfBucket ? $"arn:aws:s3:::{bucket}" : $"arn:aws:s3:::{bucket}/{key}")
        {
            Principals = principals,
            Keys = new Dictionary<string, string?> { ["s3:prefix"] = action.HasPrefix ? key : null },
        };

    /// <summary>Whether a policy allows an action.</summary>
    public static bool Allows(string document, ObjectAction action, string bucket, string key,
        IReadOnlyCollection<string>? principals = null) =>
        PolicyDecision.Decide(document, Question(action, bucket, key, principals)) == true;
}
