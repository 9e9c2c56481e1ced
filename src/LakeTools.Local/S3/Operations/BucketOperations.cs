using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Buckets: make, find, list, delete.</summary>
internal static class BucketOperations
{
    private const int MaxBuckets = 10000;
    private const string ClassicRegion = "us-east-1";

    public static async Task<WireResponse> CreateBucket(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        if (!BucketName.IsValid(call.Bucket)) throw S3Error.InvalidBucketName();
        await call.ReadXmlAsync(cancellationToken).ConfigureAwait(false); // a region that it names is this lake's
        var isNew = await call.Store.WriteAsync(session => Buckets.Create(session, call.Bucket, call.Now)).ConfigureAwait(false);

        // In the classic region making one's bucket again is no error.
        if (!isNew && call.Lake.Region != ClassicRegion) throw S3Error.BucketOwned();
        var response = S3Answer.Empty();
        response.Headers["Location"] = "/" + call.Bucket;
        return response;
    }

    public static Task<WireResponse> HeadBucket(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Require(session, call.Bucket));
        var response = S3Answer.Empty();
        response.Headers["x-amz-bucket-region"] = call.Lake.Region;
        return Task.FromResult(response);
    }

    public static async Task<WireResponse> DeleteBucket(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            Buckets.Delete(session, call.Bucket);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    public static Task<WireResponse> GetBucketLocation(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Require(session, call.Bucket));
        return Task.FromResult(S3Answer.Xml("LocationConstraint", xml =>
        {
            if (call.Lake.Region != ClassicRegion) xml.WriteString(call.Lake.Region);
        }));
    }

    public static Task<WireResponse> ListBuckets(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        var limit = call.Number("max-buckets", MaxBuckets, MaxBuckets);
        var prefix = call.Request.QueryParameter("prefix") ?? "";
        var after = call.Request.QueryParameter("continuation-token") is { } token ? ListToken.Read(token) : "";
        var buckets = call.Store.Read(session => Buckets.List(session, prefix, after, limit + 1));
        var shown = buckets.Take(limit).ToList();
        return Task.FromResult(S3Answer.Xml("ListAllMyBucketsResult", xml =>
        {
            xml.Group("Owner", () => xml.Element("ID", call.Lake.AccountId));
            xml.Group("Buckets", () =>
            {
                foreach (var (name, created) in shown)
                {
                    xml.Group("Bucket", () =>
                    {
                        xml.Element("Name", name);
                        xml.Element("CreationDate", WireTime.IsoMilliseconds(created));
                    });
                }
            });
            if (buckets.Count > limit) xml.Element("ContinuationToken", ListToken.Write(shown[^1].Name));
        }));
    }

    private static bool Require(Store.StoreSession session, string bucket)
    {
        Buckets.Require(session, bucket);
        return true;
    }
}
