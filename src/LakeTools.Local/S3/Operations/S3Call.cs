using System.Globalization;
using LakeTools.Local.Context;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Bodies;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Signing;

namespace LakeTools.Local.S3.Operations;

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

    public string Bucket => Address.Bucket;

    public string Key => Address.Key;

    public Caller Caller => Verified.Caller;

    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(Lake.Clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Throws where the bucket is not there or the caller may not do that with the object.</summary>
    public void Demand(StoreSession session, ObjectAction action) => Demand(session, action, Bucket, Key);

    /// <summary>Throws where the bucket is not there or the caller may not do that with an object.</summary>
    public void Demand(StoreSession session, ObjectAction action, string bucket, string key)
    {
        Buckets.Require(session, bucket);
        if (!Authorizer.IsAllowed(session, Caller, action, bucket, key)) throw S3Error.AccessDenied();
    }

    /// <summary>What a list of the bucket leaves out for the caller.</summary>
    public ClosedKeys Closed(StoreSession session, string prefix) => Authorizer.ClosedTo(session, Caller, Bucket, prefix);

    /// <summary>Throws for credentials that open objects only.</summary>
    public void DemandAccount()
    {
        if (Caller.Scope is not null) throw S3Error.AccessDenied();
    }

    /// <summary>A parameter that is a number, or a default where it was not sent.</summary>
    public int Number(string parameter, int byDefault, int maximum = int.MaxValue)
    {
        if (Request.QueryParameter(parameter) is not { Length: > 0 } text) return byDefault;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw S3Error.InvalidArgument($"Provided {parameter} not an integer or within integer range");
        return Math.Min(number, maximum);
    }

    /// <summary>Reads a body of XML.</summary>
    public async Task<XmlBody> ReadXmlAsync(CancellationToken cancellationToken)
    {
        var length = BodyReader.SizeOf(Request, Verified) ?? MaxXml;
        Request.Hold(await Bodies.TakeAsync(Math.Min(length, MaxXml), cancellationToken).ConfigureAwait(false));
        using var buffer = new MemoryStream();
        await BodyReader.CopyAsync(Request, Verified, buffer, MaxXml, cancellationToken).ConfigureAwait(false);
        return XmlBody.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
    }
}
