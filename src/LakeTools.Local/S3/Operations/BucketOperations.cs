using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Settings;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>Buckets: make, find, list, delete.</summary>
internal static class BucketOperations
{
    private const int MaxBuckets = 10000;
    private const string OwnershipHeader = "x-amz-object-ownership";
    private const string LockHeader = "x-amz-bucket-object-lock-enabled";

    // The other members of a new bucket's configuration, besides its region and tags, belong to directory buckets.
    private static readonly string[] s_configuration = ["LocationConstraint", "Tags"];

    public static async Task<WireResponse> CreateBucket(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        if (!BucketName.IsValid(call.Bucket)) throw S3Error.InvalidBucketName(call.Bucket);
        var configuration = await call.ReadXmlAsync(cancellationToken).ConfigureAwait(false);
        if (configuration.All.FirstOrDefault(member => !s_configuration.Contains(member.Name)) is { } unknown)
            throw S3Error.NotImplemented(unknown.Name);
        if ("true".Equals(call.Request.Header(LockHeader), StringComparison.OrdinalIgnoreCase))
            throw S3Error.NotImplemented(LockHeader, "Buckets of the lake have no object lock.");
        var ownership = GivenOwnership(call);
        var endpoint = call.Verified.Parameters.Scope.Region is { Length: > 0 } sent ? sent : call.Lake.Region;
        var region = BucketRegion.Of(endpoint, configuration.Text("LocationConstraint"));
        var isNew = await call.Store.WriteAsync(session =>
        {
            if (Buckets.Find(session, call.Bucket) is not null && call.OwnerOf(session, call.Bucket) != call.Caller.AccountId)
                throw S3Error.BucketTaken(call.Bucket);
            DemandAllowed(call, session, "s3:CreateBucket", call.Bucket);
            if (ownership is not null) DemandAllowed(call, session, "s3:PutBucketOwnershipControls", call.Bucket);
            if (call.HasAcl) DemandAllowed(call, session, "s3:PutBucketAcl", call.Bucket);
            if (!Buckets.Create(session, call.Bucket, region, call.Caller.AccountId, call.Now)) return false;
            if (ownership is not null) S3Settings.Put(session, call.Bucket, Ownership.Setting, Ownership.ToRecord(ownership));
            BucketSettings.PutTags(session, call.Bucket, configuration);
            PutAcl(call, session);
            return true;
        }).ConfigureAwait(false);

        // In the classic region making one's bucket again is no error.
        if (!isNew && endpoint != BucketRegion.Classic) throw S3Error.BucketOwned(call.Bucket);
        var response = S3Answer.Empty();
        response.Headers["Location"] = "/" + call.Bucket;
        response.Headers["x-amz-bucket-arn"] = Arn(call.Bucket);
        return response;
    }

    public static Task<WireResponse> HeadBucket(S3Call call, CancellationToken cancellationToken)
    {
        var bucket = call.Store.Read(session => call.DemandOwn(session, ObjectAction.OfBucket("s3:ListBucket")));
        var response = new WireResponse { Headers = new WireHeaders { ["Content-Type"] = "application/xml" } };
        response.Headers["x-amz-bucket-region"] = bucket.Region ?? call.Lake.Region;
        response.Headers["x-amz-access-point-alias"] = "false";
        response.Headers["x-amz-bucket-arn"] = Arn(bucket.Name);
        return Task.FromResult(response);
    }

    public static async Task<WireResponse> DeleteBucket(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        await call.ObjectStore.WriteAsync(call.Store, session =>
        {
            call.DemandOwn(session, ObjectAction.OfBucket("s3:DeleteBucket"));
            Buckets.Delete(session, call.Bucket);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    public static Task<WireResponse> GetBucketLocation(S3Call call, CancellationToken cancellationToken)
    {
        var bucket = call.Store.Read(session => call.DemandOwn(session, ObjectAction.OfBucket("s3:GetBucketLocation")));
        var region = bucket.Region ?? call.Lake.Region;
        return Task.FromResult(S3Answer.Xml("LocationConstraint", xml =>
        {
            if (region != BucketRegion.Classic) xml.WriteString(region);
        }));
    }

    public static Task<WireResponse> ListBuckets(S3Call call, CancellationToken cancellationToken)
    {
        call.DemandAccount();
        var limit = call.Number("max-buckets", MaxBuckets);
        if (limit is < 1 or > MaxBuckets)
        {
            throw S3Error.InvalidArgument($"Argument max-buckets must be an integer between 1 and {MaxBuckets}", "max-buckets",
                call.Request.QueryParameter("max-buckets"));
        }

        var prefix = call.Request.QueryParameter("prefix");
        var region = call.Request.QueryParameter("bucket-region");
        if (region is not null && region != call.Lake.Region && !BucketRegion.IsKnown(region))
            throw S3Error.InvalidArgument($"Argument value {region} is not a valid AWS Region", "bucket-region", null);
        var after = call.Request.QueryParameter("continuation-token") is { } token ? ListToken.Read(call.Request, "buckets", token) : "";
        var buckets = call.Store.Read(session =>
        {
            DemandAllowed(call, session, "s3:ListAllMyBuckets", "*"); // of all buckets, as policies name it
            return Find(session, call, prefix ?? "", after, region, limit + 1);
        });
        var shown = buckets.Take(limit).ToList();
        return Task.FromResult(S3Answer.Xml("ListAllMyBucketsResult", xml =>
        {
            xml.Group("Owner", () => xml.Element("ID", call.Lake.AccountId));
            xml.Group("Buckets", () =>
            {
                foreach (var bucket in shown)
                {
                    xml.Group("Bucket", () =>
                    {
                        xml.Element("Name", bucket.Name);
                        xml.Element("CreationDate", WireTime.IsoOfS3(bucket.Created));
                        xml.Element("BucketRegion", bucket.Region ?? call.Lake.Region);
                        xml.Element("BucketArn", Arn(bucket.Name));
                    });
                }
            });
            if (prefix is not null) xml.Element("Prefix", prefix);
            if (buckets.Count > limit) xml.Element("ContinuationToken", ListToken.Write(call.Request, "buckets", shown[^1].Name));
        }));
    }

    /// <summary>The same as <see cref="S3Call.Demand(StoreSession, ObjectAction)"/> where there is no bucket, or more than one.</summary>
    private static void DemandAllowed(S3Call call, StoreSession session, string action, string bucket)
    {
        if (!call.Authorizer.IsAllowed(session, call.Caller, ObjectAction.OfBucket(action), bucket, "")) throw S3Error.AccessDenied();
    }

    /// <summary>Buckets of a region, or of all where none is named.</summary>
    private static List<Bucket> Find(StoreSession session, S3Call call, string prefix, string after, string? region, int count)
    {
        var found = new List<Bucket>();
        while (true)
        {
            var batch = Buckets.List(session, call.Lake.AccountId, call.Lake.Tables is null, prefix, after, count);
            found.AddRange(batch.Where(bucket => region is null || (bucket.Region ?? call.Lake.Region) == region));
            if (batch.Count < count || found.Count >= count) return found;
            after = batch[^1].Name;
        }
    }

    private static string? GivenOwnership(S3Call call) => call.Request.Header(OwnershipHeader) switch
    {
        null => null,
        var given when Ownership.IsKnown(given) => given,
        var unknown => throw S3Error.InvalidArgument($"Invalid {OwnershipHeader} header: {unknown}", OwnershipHeader, null),
    };

    private static void PutAcl(S3Call call, StoreSession session)
    {
        if (Acl.OfHeaders(call, Acl.OfBuckets) is not { } grants) return;
        try
        {
            if (Acl.ToRecord(call, session, grants) is { } record) S3Settings.Put(session, call.Bucket, Acl.Setting, record);
        }
        catch (ApiException error) when (error.Code == S3Error.AclNotSupported().Code)
        {
            throw new ApiException("InvalidBucketAclWithObjectOwnership",
                "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting");
        }
    }

    private static string Arn(string bucket) => $"arn:aws:s3:::{bucket}";
}
