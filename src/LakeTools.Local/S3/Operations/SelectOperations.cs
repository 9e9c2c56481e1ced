using LakeTools.Local.S3.Calls;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>S3 Select, which AWS has closed to new customers since July 2024: a new lake is a new customer.</summary>
internal static class SelectOperations
{
    public static Task<WireResponse> SelectObjectContent(S3Call call, CancellationToken cancellationToken) => throw new ApiException(
        "NotImplemented",
        "Amazon S3 Select is closed to new customers on AWS, and is not available here. Read the object and select from it yourself.",
        501);
}
