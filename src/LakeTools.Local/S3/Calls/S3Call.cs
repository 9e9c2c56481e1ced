using System.Globalization;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.S3.Calls;

/// <summary>One verified request to S3, and what an operation needs to answer it.</summary>
internal sealed record S3Call(
    WireRequest Request,
    VerifiedRequest Verified,
    S3Address Address,
    LakeStore Store,
    ObjectStore ObjectStore,
    LakeContext Lake,
    IObjectAuthorizer Authorizer,
    BodyBudget Bodies)
{
    // Enough for ten thousand parts or a thousand keys of full length.
    private const long MaxXml = 8 * 1024 * 1024;

    private string? _owner;

    public string Bucket => Address.Bucket;

    public string Key => Address.Key;

    public Caller Caller => Verified.Caller;

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(Lake.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The version that the request names; null for the newest one.</summary>
    public string? Version => Request.QueryParameter("versionId") switch
    {
        "" => throw S3Error.InvalidArgument("Version id cannot be the empty string", "versionId", ""),
        var version => version,
    };

    /// <summary>Whether the request has an access control list in its headers.</summary>
    public bool HasAcl => Array.Exists(S3Headers.Acl, header => Request.Header(header) is not null);

    /// <summary>Throws where the bucket is not there or the caller may not do that with the object.</summary>
    public Bucket Demand(StoreSession session, ObjectAction action) => Demand(session, action, Bucket, Key);

    /// <summary>The same for a new object, with the tags and the access control list that the request gives it.</summary>
    public void DemandPut(StoreSession session)
    {
        Demand(session, ObjectAction.Write);
        if (Request.Header("x-amz-tagging") is not null) Demand(session, ObjectAction.WriteTags);
        if (HasAcl) Demand(session, ObjectAction.WriteAcl);
    }

    /// <summary>Throws where the bucket is not there or the caller may not do that with an object.</summary>
    public Bucket Demand(StoreSession session, ObjectAction action, string bucket, string key)
    {
        var found = Buckets.Require(session, bucket);
        return Authorizer.IsAllowed(session, Caller, action, bucket, key) ? found : throw S3Error.AccessDenied();
    }

    /// <summary>Throws where the bucket is not there or the caller may not read or change that setting of it.</summary>
    /// <param name="session">The store.</param>
    /// <param name="action">The action in policies, such as <c>s3:PutBucketVersioning</c>.</param>
    public Bucket DemandSetting(StoreSession session, string action)
    {
        DemandAccount();
        return Demand(session, ObjectAction.OfBucket(action), Bucket, "");
    }

    /// <summary>The keys that a list of the bucket, by that action, excludes for the caller.</summary>
    public ClosedKeys Closed(StoreSession session, ObjectAction action, string prefix) =>
        Authorizer.ClosedTo(session, Caller, action, Bucket, prefix);

    /// <summary>Throws for credentials that open objects only.</summary>
    public void DemandAccount()
    {
        if (Caller.Scope is not null) throw S3Error.AccessDenied();
    }

    /// <summary>Throws where a header says that a bucket is to be another account's.</summary>
    /// <param name="header">The header.</param>
    /// <param name="bucket">The bucket.</param>
    public void CheckOwner(string header, string bucket)
    {
        if (Request.Header(header) is not { } owner) return;
        if (owner.Length != 12 || !owner.All(char.IsAsciiDigit)) throw S3Error.InvalidOwnerId(owner);
        if (owner != Store.Read(session => OwnerOf(session, bucket))) throw S3Error.AccessDenied();
    }

    /// <summary>The account that owns the call's bucket, or will own it. Its id is its canonical id here.</summary>
    public string Owner => _owner ??= Store.Read(session =>
        Buckets.Find(session, Bucket) is null ? Caller.AccountId : OwnerOf(session, Bucket));

    /// <summary>The account that owns a bucket.</summary>
    public string OwnerOf(StoreSession session, string bucket) =>
        Lake.World.OwnerOf(session, Buckets.Require(session, bucket));

    /// <summary>Throws where the bucket is another account's, whatever its policy says, or the caller may not do that with it.</summary>
    public Bucket DemandOwn(StoreSession session, ObjectAction action) => OwnerOf(session, Bucket) == Caller.AccountId
        ? Demand(session, action, Bucket, "") : throw S3Error.AccessDenied();

    /// <summary>A parameter that is a number, or a default where it was not sent.</summary>
    public int Number(string parameter, int byDefault, int maximum = int.MaxValue)
    {
        var number = Integer(parameter, byDefault);
        return number >= 0 ? Math.Min(number, maximum) : throw S3Error.OutOfRange(parameter, number);
    }

    /// <summary>The same, below zero too: S3 looks at the range later than at the form.</summary>
    public int Integer(string parameter, int byDefault)
    {
        if (Request.QueryParameter(parameter) is not { Length: > 0 } text) return byDefault;
        return text[0] != '+' && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw S3Error.InvalidArgument($"Provided {parameter} not an integer or within integer range", parameter, text);
    }

    /// <summary>Reads a body of XML.</summary>
    /// <param name="hasObjectChecksum">True if the checksum in the headers is that of the object and not of the body.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<XmlBody> ReadXmlAsync(CancellationToken cancellationToken, bool hasObjectChecksum = false) =>
        XmlBody.Parse(await ReadBodyAsync(cancellationToken, hasObjectChecksum).ConfigureAwait(false));

    /// <summary>Reads a body of XML that must be there, with that root.</summary>
    public async Task<XmlBody> ReadDocumentAsync(string root, CancellationToken cancellationToken)
    {
        var body = await ReadXmlAsync(cancellationToken).ConfigureAwait(false);
        if (body.IsEmpty) throw new ApiException("MissingRequestBodyError", "Request Body is empty");
        return body.Name == root ? body : throw S3Error.MalformedXml();
    }

    /// <summary>Reads a body that is kept in memory.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadBodyAsync(CancellationToken cancellationToken, bool hasObjectChecksum = false)
    {
        var length = BodyReader.SizeOf(Request, Verified) ?? MaxXml;
        Request.Hold(await Bodies.TakeAsync(Math.Min(length, MaxXml), cancellationToken).ConfigureAwait(false));
        using var buffer = new MemoryStream();
        await BodyReader.CopyAsync(
            Request, Verified, buffer, MaxXml, cancellationToken, hasObjectChecksum: hasObjectChecksum).ConfigureAwait(false);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
