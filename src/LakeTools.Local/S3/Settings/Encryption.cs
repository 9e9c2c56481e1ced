using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// The encryption of objects on the server: a record, as the request or the bucket's default has it. The lake has no KMS, so keys are
/// taken to be there.
/// </summary>
internal static class Encryption
{
    private const string KeyHeader = "x-amz-server-side-encryption-aws-kms-key-id";
    private const string ContextHeader = "x-amz-server-side-encryption-context";
    private const string BucketKeyHeader = "x-amz-server-side-encryption-bucket-key-enabled";
    private const string OfS3 = "AES256";

    private static readonly string[] s_ofKms = ["aws:kms", "aws:kms:dsse"];

    /// <summary>Whether there is an encryption of that name.</summary>
    public static bool IsKnown(string name) => name == OfS3 || IsOfKms(name);

    /// <summary>Whether it is one with keys of KMS.</summary>
    public static bool IsOfKms(string name) => s_ofKms.Contains(name);

    /// <summary>Throws for a bucket's encryption that S3 does not take; gives its record.</summary>
    public static string Check(XmlBody body)
    {
        if (body.Children("Rule").ToList() is not [var rule]) throw S3Error.MalformedXml();
        var applied = rule.Required("ApplyServerSideEncryptionByDefault");
        var (algorithm, key) = (applied.RequiredText("SSEAlgorithm"), applied.Text("KMSMasterKeyID"));
        if (!IsKnown(algorithm)) throw S3Error.MalformedXml();
        if (key is not null && !IsOfKms(algorithm))
        {
            throw S3Error.InvalidArgument(
                "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or aws:kms:dsse",
                "ApplyServerSideEncryptionByDefault",
                null);
        }

        var record = rule.ToRecord();
        return $"<Rule>{record}{(rule.Text("BucketKeyEnabled") is null ? "<BucketKeyEnabled>false</BucketKeyEnabled>" : "")}</Rule>";
    }

    /// <summary>The headers that are kept of the encryption that a request asks for; none for S3's own keys.</summary>
    /// <param name="call">The call.</param>
    /// <param name="byDefault">The bucket's own encryption, as its record; null for none.</param>
    public static IEnumerable<KeyValuePair<string, string>> Of(S3Call call, string? byDefault)
    {
        var request = call.Request;
        var (name, key, bucketKey) = (request.Header(ObjectHeaders.EncryptionHeader), request.Header(KeyHeader), BucketKey(request));
        if (name is not null && !IsKnown(name))
            throw S3Error.InvalidArgument("The encryption method specified is not supported", ObjectHeaders.EncryptionHeader, name);
        if ((key ?? request.Header(ContextHeader)) is not null && (name is null || !IsOfKms(name)))
        {
            throw S3Error.InvalidArgument(
                "Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms",
                ObjectHeaders.EncryptionHeader,
                name ?? "null");
        }

        if (name is null && byDefault is not null)
        {
            var rule = XmlBody.OfRecord(byDefault).Required("Rule");
            var applied = rule.Required("ApplyServerSideEncryptionByDefault");
            (name, key, bucketKey) = (applied.Text("SSEAlgorithm"), applied.Text("KMSMasterKeyID"),
                bucketKey ?? rule.Text("BucketKeyEnabled") == "true");
        }

        if (name is null or OfS3) return [];
        var kept = new Dictionary<string, string> { [ObjectHeaders.EncryptionHeader] = name, [KeyHeader] = KeyArn(call, key) };
        if (bucketKey == true) kept[BucketKeyHeader] = "true";
        if (request.Header(ContextHeader) is { } context) kept[ContextHeader] = Context(context);
        return kept;
    }

    /// <summary>Says how an object is encrypted, to who has put it.</summary>
    public static void Tell(WireHeaders headers, ObjectHeaders described)
    {
        headers[ObjectHeaders.EncryptionHeader] = OfS3;
        foreach (var (name, value) in described.System)
            if (name.StartsWith(ObjectHeaders.EncryptionHeader, StringComparison.OrdinalIgnoreCase)) headers[name] = value;
    }

    /// <summary>The same for readers of the object: the context is not returned.</summary>
    public static void TellReader(WireHeaders headers, ObjectHeaders described)
    {
        Tell(headers, described);
        headers.Remove(ContextHeader);
    }

    // boto3 writes booleans as Python does.
    private static bool? BucketKey(WireRequest request) => request.Header(BucketKeyHeader)?.ToLowerInvariant() switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw S3Error.InvalidArgument("Value for x-amz-server-side-encryption-bucket-key-enabled must be true or false",
            BucketKeyHeader, other),
    };

    /// <summary>A key as answers name it. Without one it is the key that AWS makes for S3 in an account: always the same.</summary>
    private static string KeyArn(S3Call call, string? key)
    {
        if (key?.StartsWith("arn:", StringComparison.Ordinal) == true) return key;
        var owner = $"arn:aws:kms:{call.Lake.Region}:{call.Lake.AccountId}";
        if (key?.StartsWith("alias/", StringComparison.Ordinal) == true) return $"{owner}:{key}";
        return $"{owner}:key/{key ?? new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(owner)).AsSpan(0, 16)).ToString()}";
    }

    private static string Context(string given)
    {
        try
        {
            var pairs = JsonSerializer.Deserialize(Convert.FromBase64String(given), StoredJson.Default.DictionaryStringString);
            if (pairs is not null) return given;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Refused as one that is null.
        }

        throw S3Error.InvalidArgument(
            "The header 'x-amz-server-side-encryption-context' shall be Base64-encoded UTF-8 string holding JSON "
                + "which represents a string-string map",
            ContextHeader,
            given);
    }
}
