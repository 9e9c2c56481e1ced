using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace LakeTools.Core.Trails;

/// <summary>
/// Reads records of CloudTrail. Sources: CloudTrail user guide, record contents; Lake Formation developer guide, logging API calls and
/// cross-account logging; aws-lakeformation-best-practices, Lake Formation CloudTrail events, for what each engine writes.
/// </summary>
internal static partial class TrailRecord
{
    private const string LakeFormation = "lakeformation.amazonaws.com";
    private const string DataAccess = "GetDataAccess";

    /// <summary>The common text of every record that <see cref="Read"/> takes, as bytes of the file.</summary>
    public static ReadOnlySpan<byte> Mark => "GetDataAccess"u8;

    /// <summary>Reads an event of Lake Formation's GetDataAccess.</summary>
    /// <param name="record">A record.</param>
    /// <param name="uri">The file; null for none.</param>
    /// <returns>The event; null for any other record. S3 Access Grants has events of the same name.</returns>
    /// <exception cref="InvalidDataException">It is such a record, and lacks what each has.</exception>
    public static LakeAccessEvent? Read(JsonElement record, string? uri)
    {
        if (Text(record, "eventSource") != LakeFormation || Text(record, "eventName") != DataAccess) return null;
        var (identity, asked, more) =
            (Member(record, "userIdentity"), Member(record, "requestParameters"), Member(record, "additionalEventData"));
        var audit = Text(Member(asked, "auditContext"), "additionalAuditContext");
        var context = Context(audit);
        var table = Text(asked, "tableArn") is { } arn ? TableArn().Match(arn) : null;
        return new LakeAccessEvent
        {
            Time = Time(record),
            Principal = Principal(record),
            PrincipalId = Text(identity, "principalId"),
            CatalogId = table is { Success: true } ? table.Groups["account"].Value : null,
            DatabaseName = table is { Success: true } ? table.Groups["database"].Value : null,
            TableName = table is { Success: true } ? table.Groups["table"].Value : null,
            ColumnName = [.. Texts(context, "columns")],
            Permission = [.. Texts(asked, "permissions")],
            Path = [.. Texts(asked, "dataLocations")],
            Service = Service(record, identity, more, context),
            QueryId = Text(Member(asked, "querySessionContext"), "queryId") ?? QueryOf(audit),
            AccountId = Text(record, "recipientAccountId"),
            Region = Text(record, "awsRegion"),
            EventId = Text(record, "eventID") ?? throw new InvalidDataException("an event has no eventID"),
            SharedEventId = Text(record, "sharedEventID"),
            ErrorCode = Text(record, "errorCode"),
            ErrorMessage = Text(record, "errorMessage"),
            Uri = uri,
        };
    }

    /// <summary>The ARN in grants: the one that Lake Formation evaluated, otherwise that of the session's role, otherwise the user;
    /// null if the record has none.</summary>
    /// <param name="record">A record.</param>
    public static string? Principal(JsonElement record)
    {
        var identity = Member(record, "userIdentity");
        if (Text(Member(record, "additionalEventData"), "lakeFormationPrincipal") is { Length: > 0 } decided) return decided;
        var issuer = Member(Member(identity, "sessionContext"), "sessionIssuer");
        return Text(issuer, "type") == "Role" ? Text(issuer, "arn")
            : Text(identity, "type") == "IAMUser" ? Text(identity, "arn") : null;
    }

    /// <summary>When it happened, in local time.</summary>
    /// <param name="record">A record.</param>
    /// <exception cref="InvalidDataException">It does not say.</exception>
    public static DateTime Time(JsonElement record) =>
        DateTime.TryParse(Text(record, "eventTime"), CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToLocalTime() : throw new InvalidDataException("an event has no eventTime");

    /// <summary>A member that is a text; null for anything else.</summary>
    public static string? Text(JsonElement? owner, string member) =>
        Member(owner, member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member; null if there is none.</summary>
    public static JsonElement? Member(JsonElement? owner, string member) =>
        owner is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(member, out var value) ? value : null;

    private static IEnumerable<string> Texts(JsonElement? owner, string member) =>
        Member(owner, member) is { ValueKind: JsonValueKind.Array } list
            ? list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!) : [];

    // EMR and Glue write JSON there, Athena a text of its own.
    private static JsonElement? Context(string? audit)
    {
        if (audit is null || !audit.StartsWith("{\"", StringComparison.Ordinal)) return null;
        try
        {
            using var document = JsonDocument.Parse(audit);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? QueryOf(string? audit) => audit is not null && Query().Match(audit) is { Success: true } match
        ? match.Groups["id"].Value : null;

    // If the requester is UNKNOWN, the service comes from the context's platform, the invoker, or the source address.
    private static string? Service(JsonElement record, JsonElement? identity, JsonElement? more, JsonElement? context) =>
        Text(more, "requesterService") is { Length: > 0 } service and not "UNKNOWN" ? service
            : Text(context, "platformType") ?? Text(identity, "invokedBy") ?? Text(record, "sourceIPAddress");

    [GeneratedRegex(@"\Aarn:[a-z-]+:glue:[a-z0-9-]*:(?<account>[0-9]{12}):table/(?:.*/)?(?<database>[^/]+)/(?<table>[^/]+)\z",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TableArn();

    [GeneratedRegex(@"queryId[""']?\s*[:=]\s*[""']?(?<id>[0-9A-Za-z-]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Query();
}
