using System.Xml;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>A setting of buckets that is a record: the lake returns it as it was put, and does nothing else with it.</summary>
/// <param name="Name">Its word in the query, by which its record is kept.</param>
/// <param name="Root">The root of its document.</param>
/// <param name="Action">The end of its actions in policies, after <c>s3:Get</c> and <c>s3:Put</c>.</param>
internal sealed record BucketSetting(string Name, string Root, string Action)
{
    /// <summary>The answer for a new bucket, as the elements of the root; null if it is an error.</summary>
    public string? ByDefault { get; init; }

    /// <summary>Code and text of the error where nothing is set.</summary>
    public (string Code, string Message) Missing { get; init; }

    /// <summary>True if a new bucket has it, and deleting it takes that away.</summary>
    public bool IsRemovable { get; init; }

    /// <summary>
    /// Throws for a document that S3 does not take, and gives the record of one that it takes; null for one that sets nothing.
    /// </summary>
    public Func<S3Call, StoreSession, XmlBody, string?> Check { get; init; } = (_, _, body) => body.ToRecord();

    /// <summary>Answers with the record.</summary>
    public Task<WireResponse> Get(S3Call call)
    {
        var record = call.Store.Read(session =>
        {
            call.DemandSetting(session, "s3:Get" + Action);
            return S3Settings.Find(session, call.Bucket, Name);
        }) ?? ByDefault;
        return record is null or S3Settings.Deleted && Missing.Code is not null
            ? throw S3Error.NotSet(Missing.Code, Missing.Message, call.Bucket)
            : Task.FromResult(S3Answer.Xml(Root, xml => WriteRecord(xml, record ?? "")));
    }

    /// <summary>Stores the values of a request.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="status">The status of the answer.</param>
    public async Task<WireResponse> PutAsync(S3Call call, CancellationToken cancellationToken, int status = 200)
    {
        call.Store.Read(session => Buckets.Require(session, call.Bucket)); // before its body is looked at, as recorded
        var body = await call.ReadDocumentAsync(Root, cancellationToken).ConfigureAwait(false);
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, "s3:Put" + Action);
            if (Check(call, session, body) is { } record) S3Settings.Put(session, call.Bucket, Name, record);
            else S3Settings.Delete(session, call.Bucket, Name);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(status);
    }

    /// <summary>Takes the record away.</summary>
    /// <param name="call">The call.</param>
    /// <param name="action">The action, where it is not that of setting it.</param>
    public async Task<WireResponse> DeleteAsync(S3Call call, string? action = null)
    {
        await call.Store.WriteAsync(session =>
        {
            call.DemandSetting(session, action ?? "s3:Put" + Action);
            if (IsRemovable) S3Settings.Put(session, call.Bucket, Name, S3Settings.Deleted);
            else S3Settings.Delete(session, call.Bucket, Name);
            return true;
        }).ConfigureAwait(false);
        return S3Answer.Empty(204);
    }

    /// <summary>Writes what a record holds.</summary>
    public static void WriteRecord(XmlWriter xml, string record)
    {
        foreach (var child in XmlBody.OfRecord(record).All) WriteElement(xml, child);
    }

    private static void WriteElement(XmlWriter xml, XmlBody element)
    {
        if (!element.All.Any()) xml.Element(element.Name, element.Value);
        else xml.Group(element.Name, () =>
        {
            if (element.Type is { } type) xml.WriteAttributeString("xsi", "type", Acl.SchemaInstance, type);
            foreach (var child in element.All) WriteElement(xml, child);
        });
    }
}
