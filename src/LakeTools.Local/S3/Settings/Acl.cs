using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using LakeTools.Local.Identity;
using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3.Settings;

/// <summary>
/// Access control lists, of buckets and objects: records that open nothing. A bucket whose owner owns all objects, as every new one does,
/// takes no other list than the owner's; one that blocks public lists takes no public one.
/// </summary>
internal static partial class Acl
{
    /// <summary>The setting that has a bucket's list.</summary>
    public const string Setting = "acl";

    /// <summary>The namespace of <c>xsi:type</c>, which says what a grantee is.</summary>
    public const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string CannedHeader = "x-amz-acl";
    private const string User = "CanonicalUser";
    private const string Group = "Group";
    private const string FullControl = "FULL_CONTROL";
    private const string Everybody = "http://acs.amazonaws.com/groups/global/AllUsers";
    private const string AnyAccount = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    private const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    // The id of EC2's bundles of machine images (User Guide, canned ACL).
    private const string Ec2 = "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";

    private static readonly string[] s_permissions = [FullControl, "READ", "READ_ACP", "WRITE", "WRITE_ACP"];
    private static readonly string[] s_groups = [Everybody, AnyAccount, LogDelivery];

    /// <summary>The canned lists of buckets, with their grants besides the owner's full control.</summary>
    public static IReadOnlyDictionary<string, AclGrant[]> OfBuckets { get; } = new Dictionary<string, AclGrant[]>
    {
        ["private"] = [],
        ["public-read"] = [new(Group, Everybody, "READ")],
        ["public-read-write"] = [new(Group, Everybody, "READ"), new(Group, Everybody, "WRITE")],
        ["authenticated-read"] = [new(Group, AnyAccount, "READ")],
        ["log-delivery-write"] = [new(Group, LogDelivery, "WRITE"), new(Group, LogDelivery, "READ_ACP")],
    };

    /// <summary>The same of objects. The owner of the bucket is the owner of every object here.</summary>
    public static IReadOnlyDictionary<string, AclGrant[]> OfObjects { get; } = new Dictionary<string, AclGrant[]>
    {
        ["private"] = [],
        ["public-read"] = [new(Group, Everybody, "READ")],
        ["public-read-write"] = [new(Group, Everybody, "READ"), new(Group, Everybody, "WRITE")],
        ["authenticated-read"] = [new(Group, AnyAccount, "READ")],
        ["aws-exec-read"] = [new(User, Ec2, "READ")],
        ["bucket-owner-read"] = [],
        ["bucket-owner-full-control"] = [],
    };

    /// <summary>The list that the headers of a request say; null if they say none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="canned">The canned lists that there are.</param>
    public static IReadOnlyList<AclGrant>? OfHeaders(S3Call call, IReadOnlyDictionary<string, AclGrant[]> canned)
    {
        var name = call.Request.Header(CannedHeader);
        var granted = new List<AclGrant>();
        var isGranted = false;
        foreach (var permission in s_permissions)
        {
            var header = "x-amz-grant-" + permission.ToLowerInvariant().Replace('_', '-');
            if (call.Request.Header(header) is not { } grantees) continue;
            isGranted = true;
            granted.AddRange(grantees.Split(',', StringSplitOptions.TrimEntries).Select(text => OfHeader(header, text, permission)));
        }

        if (name is null) return isGranted ? granted : null;
        if (isGranted) throw S3Error.InvalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
        return canned.TryGetValue(name, out var more)
            ? [Owner(call), .. more]
            : throw S3Error.InvalidArgument("", CannedHeader, name);
    }

    /// <summary>The list that a body says.</summary>
    public static IReadOnlyList<AclGrant> OfBody(XmlBody body)
    {
        if (body.Name != "AccessControlPolicy" || body.Child("AccessControlList") is not { } list
            || body.Child("Owner")?.Text("ID") is not { } owner)
            throw S3Error.MalformedAcl();
        CheckId(owner);
        return [.. list.Children("Grant").Select(OfGrant)];
    }

    /// <summary>The record of a list, which is null for the owner's alone; throws where the bucket does not take it.</summary>
    public static string? ToRecord(S3Call call, StoreSession session, IReadOnlyList<AclGrant> grants)
    {
        if (grants.All(grant => grant == Owner(call)) && grants.Count > 0) return null;
        if (Ownership.Of(session, call.Bucket) == Ownership.Enforced) throw S3Error.AclNotSupported();
        if (PublicAccess.Blocks(session, call.Bucket, "BlockPublicAcls") && grants.Any(IsPublic)) throw S3Error.AccessDenied();
        return JsonSerializer.Serialize(grants, AclJson.Default.IReadOnlyListAclGrant);
    }

    /// <summary>Writes a list.</summary>
    /// <param name="xml">The answer, in its root.</param>
    /// <param name="call">The call.</param>
    /// <param name="record">The record; null for the owner's alone.</param>
    public static void Write(XmlWriter xml, S3Call call, string? record)
    {
        var grants = record is null ? [Owner(call)] : JsonSerializer.Deserialize(record, AclJson.Default.AclGrantArray)!;
        xml.Group("Owner", () => xml.Element("ID", call.Owner));
        xml.Group("AccessControlList", () =>
        {
            foreach (var grant in grants)
            {
                xml.Group("Grant", () =>
                {
                    xml.Group("Grantee", () =>
                    {
                        xml.WriteAttributeString("xsi", "type", SchemaInstance, grant.Type);
                        xml.Element(grant.Type == Group ? "URI" : "ID", grant.Grantee);
                    });
                    xml.Element("Permission", grant.Permission);
                });
            }
        });
    }

    private static AclGrant Owner(S3Call call) => new(User, call.Owner, FullControl);

    private static bool IsPublic(AclGrant grant) => grant.Grantee is Everybody or AnyAccount;

    private static AclGrant OfHeader(string header, string text, string permission)
    {
        var grantee = Grantee().Match(text);
        if (!grantee.Success) throw S3Error.InvalidArgument("Argument format not recognized", header, text);
        var value = grantee.Groups["value"].Value;
        return grantee.Groups["kind"].Value switch
        {
            "id" => IsId(value) ? new AclGrant(User, value, permission) : throw S3Error.InvalidArgument("Invalid id", "id", value),
            "uri" => s_groups.Contains(value)
                ? new AclGrant(Group, value, permission)
                : throw S3Error.InvalidArgument("Invalid group uri", "uri", value),
            _ => throw NoSuchEmail(value),
        };
    }

    private static AclGrant OfGrant(XmlBody grant)
    {
        if (grant.Child("Grantee") is not { } grantee || grant.Text("Permission") is not { } permission
            || !s_permissions.Contains(permission))
            throw S3Error.MalformedAcl();
        switch (grantee.Type)
        {
            case User when grantee.Text("ID") is { } id:
                CheckId(id);
                return new AclGrant(User, id, permission);
            case Group when grantee.Text("URI") is { } uri:
                return s_groups.Contains(uri)
                    ? new AclGrant(Group, uri, permission)
                    : throw S3Error.InvalidArgument("Invalid group uri", "Group/URI", uri);
            case "AmazonCustomerByEmail" when grantee.Text("EmailAddress") is { } email:
                throw NoSuchEmail(email);
            default:
                throw S3Error.MalformedAcl();
        }
    }

    private static void CheckId(string id)
    {
        if (!IsId(id)) throw S3Error.InvalidArgument("Invalid id", "CanonicalUser/ID", id);
    }

    /// <summary>Canonical ids of AWS, and account ids, which are the canonical ids of the lake.</summary>
    private static bool IsId(string id) => Id().IsMatch(id);

    private static ApiException NoSuchEmail(string email) => new(
        "UnresolvableGrantByEmailAddress",
        "The e-mail address you provided does not match any account on record.") { Details = [("emailAddress", email)] };

    [GeneratedRegex("\\A(?<kind>id|uri|emailAddress)=\"?(?<value>[^\"]*)\"?\\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Grantee();

    [GeneratedRegex(@"\A(?:[0-9]{12}|[0-9a-f]{64})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
