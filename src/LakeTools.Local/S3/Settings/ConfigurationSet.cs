using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// A bucket's configurations of one kind, each with an ID. They are stored and returned; nothing else in the lake uses them.
/// </summary>
/// <param name="Name">Its word in the query, which begins the names of its records.</param>
/// <param name="Root">The root of a configuration, and the end of its actions in policies.</param>
/// <param name="ListRoot">The root of the list.</param>
/// <param name="Check">Throws for a configuration that S3 does not take under an id.</param>
internal sealed record ConfigurationSet(string Name, string Root, string ListRoot, Action<XmlBody, string> Check)
{
    private const string Token = "continuation-token";
    private const int PageSize = 100; // S3 API reference

    /// <summary>Answers with the configuration that the request names.</summary>
    public Task<WireResponse> Get(S3Call call)
    {
        var record = call.Store.Read(session =>
        {
            call.DemandSetting(session, "s3:Get" + Root);
            return S3Settings.Find(session, call.Bucket, KeyOf(call));
        }) ?? throw Missing();
        return Task.FromResult(S3Answer.Xml(Root, xml => BucketSetting.WriteRecord(xml, record)));
    }

    /// <summary>Lists them by their ids.</summary>
    public Task<WireResponse> List(S3Call call)
    {
        var token = call.Request.QueryParameter(Token);
        var found = call.Store.Read(session =>
        {
            call.DemandSetting(session, "s3:Get" + Root);
            return S3Settings.Under(session, call.Bucket, Name, Place(call, token), PageSize + 1);
        });
        var (shown, isTruncated) = (found.Take(PageSize).ToList(), found.Count > PageSize);
        return Task.FromResult(S3Answer.Xml(ListRoot, xml =>
        {
            xml.Element("IsTruncated", isTruncated);
            if (token is not null) xml.Element("ContinuationToken", token);
            if (isTruncated) xml.Element("NextContinuationToken", ListToken.Write(call.Request, $"{call.Bucket}/{Name}", shown[^1].Id));
            foreach (var item in shown) xml.Group(Root, () => BucketSetting.WriteRecord(xml, item.Value));
        }));
    }

    /// <summary>Stores the values of a request.</summary>
    public async Task<WireResponse> PutAsync(S3Call call, CancellationToken cancellationToken)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket));
        var body = await call.ReadDocumentAsync(Root, cancellationToken).ConfigureAwait(false);
        Check(body, IdOf(call));
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:Put" + Root);
            S3Settings.Put(session, call.Bucket, KeyOf(call), body.ToRecord());
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    /// <summary>Takes the configuration away that the request names.</summary>
    public async Task<WireResponse> DeleteAsync(S3Call call)
    {
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:Put" + Root);
            if (S3Settings.Find(session, call.Bucket, KeyOf(call)) is null) throw Missing();
            S3Settings.Delete(session, call.Bucket, KeyOf(call));
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    private static string IdOf(S3Call call) => call.Request.QueryParameter("id") ?? "";

    private static ApiException Missing() => new("NoSuchConfiguration", "The specified configuration does not exist.", 404);

    private string Place(S3Call call, string? token)
    {
        try
        {
            return token is { Length: > 0 } ? ListToken.Read(call.Request, $"{call.Bucket}/{Name}", token) : "";
        }
        catch (ApiException)
        {
            throw new ApiException("MalformedContinuationToken", "The continuation-token you provided invalid.");
        }
    }

    private string KeyOf(S3Call call) => $"{Name}/{IdOf(call)}";
}
