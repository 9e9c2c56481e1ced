using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Roles;

/// <summary>
/// The documents of a role: who may assume it, and what it may do. Written after the pages 'Requirements for roles used to
/// register locations' and 'Underlying data access control' of Lake Formation's guide, and 'IAM role for Glue' of Glue's.
/// </summary>
internal static class RolePolicies
{
    /// <summary>The name of the inline policy that we write.</summary>
    public const string InlineName = "LakeTools";

    private const string Version = "2012-10-17";
    private const string DomainEnd = ".amazonaws.com";

    private static readonly Dictionary<RoleTrust, string> s_services =
        new() { [RoleTrust.Glue] = "glue", [RoleTrust.LakeFormation] = "lakeformation" };
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The trust policy for a service.</summary>
    public static string Trust(RoleTrust service) => Document(new JsonObject
    {
        ["Effect"] = "Allow",
        ["Principal"] = new JsonObject { ["Service"] = s_services[service] + DomainEnd },
        ["Action"] = "sts:AssumeRole",
    });

    /// <summary>The managed policies that a service needs where none are named.</summary>
    public static IReadOnlyList<string> DefaultManaged(RoleTrust service, string partition) =>
        service == RoleTrust.Glue ? [$"arn:{partition}:iam::aws:policy/service-role/AWSGlueServiceRole"] : [];

    /// <summary>The inline policy, or null if there is nothing to allow.</summary>
    /// <param name="service">The service that assumes the role.</param>
    /// <param name="paths">The folders in S3.</param>
    /// <param name="partition">Such as <c>aws</c>.</param>
    public static string? Inline(RoleTrust service, IReadOnlyList<S3Uri> paths, string partition)
    {
        var statements = new List<JsonObject>();
        // Without it a job gets no credentials for tables that Lake Formation guards; the managed policy does not have it.
        if (service == RoleTrust.Glue) statements.Add(Allow(["lakeformation:GetDataAccess"], ["*"]));
        if (paths.Count > 0)
        {
            statements.Add(Allow(
                ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"],
                paths.SelectMany(path => Objects(path, partition))));
            statements.Add(Allow(["s3:GetBucketLocation"], paths.Select(path => Bucket(path, partition)).Distinct()));
            foreach (var path in paths) statements.Add(List(path, partition));
        }

        return statements.Count == 0 ? null : Document([.. statements]);
    }

    /// <summary>The services that may assume a role, from its trust policy.</summary>
    public static IReadOnlyList<string> Services(string trust) =>
    [
        .. Statements(trust)
            .Where(IsAllow)
            .Select(statement => statement["Principal"])
            .OfType<JsonObject>()
            .SelectMany(principal => Texts(principal["Service"]))
            .Select(Named)
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether a trust policy only allows services to assume the role, without conditions and other principals.</summary>
    /// <param name="trust">The policy.</param>
    public static bool IsPlain(string trust) => Statements(trust).All(statement => IsAllow(statement)
        && statement["Principal"] is JsonObject { Count: 1 } principal && principal.ContainsKey("Service")
        && Texts(statement["Action"]).All(IsAssume) && statement["Condition"] is null && statement["NotAction"] is null);

    /// <summary>Whether a role's trust policy lets a service assume it.</summary>
    /// <param name="trust">The policy.</param>
    /// <param name="service">The service's principal, such as <c>glue.amazonaws.com</c>.</param>
    /// <param name="account">The account that the service works for, which conditions may ask for.</param>
    /// <returns>Null if a condition or a denial decides that is not read here.</returns>
    public static bool? Trusts(string trust, string service, string account)
    {
        bool? trusts = false;
        foreach (var statement in Statements(trust))
        {
            if (!Texts(statement["Action"]).Any(IsAssume)
                || !Texts((statement["Principal"] as JsonObject)?["Service"]).Concat(Texts(statement["Principal"]))
                    .Any(name => name == service || name == "*")) continue;
            if (!IsAllow(statement)) return null;
            if (statement["Condition"] is null || IsOfAccount(statement["Condition"]!, account)) trusts = true;
            else if (trusts == false) trusts = null;
        }

        return trusts;
    }

    /// <summary>A trust policy with one more service.</summary>
    /// <param name="trust">The policy, whose statements stay.</param>
    /// <param name="service">The service's principal.</param>
    public static string WithTrust(string trust, string service) => Document(
    [
        .. Statements(trust).Select(item => (JsonObject)item.DeepClone()),
        new JsonObject
        {
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject { ["Service"] = service },
            ["Action"] = "sts:AssumeRole",
        },
    ]);

    /// <summary>The folders in S3 whose objects a policy opens, as URIs that end with a slash.</summary>
    public static IEnumerable<string> Paths(string document) => Statements(document)
        .Where(statement => IsAllow(statement) && Texts(statement["Action"]).Any(OpensObjects))
        .SelectMany(statement => Texts(statement["Resource"]))
        .Select(Folder)
        .OfType<string>();

    private static JsonObject List(S3Uri path, string partition)
    {
        var statement = Allow(["s3:ListBucket"], [Bucket(path, partition)]);
        var folder = path.Key.TrimEnd('/');
        if (folder.Length > 0)
            statement["Condition"] = new JsonObject { ["StringLike"] =
                new JsonObject { ["s3:prefix"] = new JsonArray(folder, folder + "/*") } };
        return statement;
    }

    private static string[] Objects(S3Uri path, string partition)
    {
        var folder = $"{Bucket(path, partition)}/{path.Key}".TrimEnd('/');
        // Both forms, because s3://bucket/file.csv may be an object as well as a folder.
        return path.IsFolder ? [folder + "/*"] : [folder, folder + "/*"];
    }

    private static string Bucket(S3Uri path, string partition) => $"arn:{partition}:s3:::{path.Bucket}";

    private static JsonObject Allow(IEnumerable<string> actions, IEnumerable<string> resources) => new()
    {
        ["Effect"] = "Allow",
        ["Action"] = new JsonArray([.. actions]),
        ["Resource"] = new JsonArray([.. resources]),
    };

    private static string Document(params JsonObject[] statements) =>
        new JsonObject { ["Version"] = Version, ["Statement"] = new JsonArray([.. statements]) }.ToJsonString(s_plain);

    private static IEnumerable<JsonObject> Statements(string document)
    {
        try
        {
            var statement = (JsonNode.Parse(document) as JsonObject)?["Statement"];
            return (statement is JsonArray list ? list : [statement?.DeepClone()]).OfType<JsonObject>().ToList();
        }
        catch (JsonException)
        {
            return []; // a role that others made shows what can be read of it
        }
    }

    private static bool IsAllow(JsonObject statement) => Texts(statement["Effect"]).Contains("Allow");

    private static bool IsAssume(string action) => action is "*" || action.Equals("sts:*", StringComparison.OrdinalIgnoreCase)
        || action.Equals("sts:AssumeRole", StringComparison.OrdinalIgnoreCase);

    // The one condition that AWS's pages give for services: the account that they work for.
    private static bool IsOfAccount(JsonNode condition, string account) => condition is JsonObject comparisons
        && comparisons.All(comparison => comparison.Key is "StringEquals" or "StringLike" && comparison.Value is JsonObject keys
            && keys.All(key => key.Key.Equals("aws:SourceAccount", StringComparison.OrdinalIgnoreCase)
                && Texts(key.Value).Contains(account)));

    private static bool OpensObjects(string action) =>
        action is "*" || action.StartsWith("s3:*", StringComparison.OrdinalIgnoreCase)
        || action.StartsWith("s3:GetObject", StringComparison.OrdinalIgnoreCase)
            || action.StartsWith("s3:PutObject", StringComparison.OrdinalIgnoreCase)
        || action.StartsWith("s3:Get*", StringComparison.OrdinalIgnoreCase)
            || action.StartsWith("s3:Put*", StringComparison.OrdinalIgnoreCase);

    private static string? Folder(string resource)
    {
        var at = resource.IndexOf(":s3:::", StringComparison.Ordinal);
        if (at < 0) return null;
        var path = resource[(at + ":s3:::".Length)..];
        if (path.EndsWith('*')) path = path[..^1];
        // The bucket itself is no object; other wildcards name no folder.
        return path.Length == 0 || !path.Contains('/', StringComparison.Ordinal) || path.Contains('*', StringComparison.Ordinal)
            ? null : $"s3://{path.TrimEnd('/')}/";
    }

    private static string Named(string principal)
    {
        foreach (var (service, name) in s_services)
            if (principal == name + DomainEnd) return service.ToString();
        return principal;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };
}
