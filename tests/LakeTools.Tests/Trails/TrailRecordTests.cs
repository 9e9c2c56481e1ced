using System.Text.Json;
using LakeTools.Core.Trails;

namespace LakeTools.Tests.Trails;

/// <summary>
/// Events of Lake Formation as engines write them. Source of their forms: Lake Formation developer guide, logging API calls and
/// cross-account logging; aws-lakeformation-best-practices, Lake Formation CloudTrail events, whose examples are sanitized events of AWS.
/// </summary>
public sealed class TrailRecordTests
{
    private const string Role = """
        "userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLE:session",
        "arn":"arn:aws:sts::111122223333:assumed-role/Reader/session","accountId":"111122223333",
        "sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLE",
        "arn":"arn:aws:iam::111122223333:role/service-role/Reader","accountId":"111122223333","userName":"Reader"}},"invokedBy":"INVOKER"}
        """;

    private const string Table = "\"tableArn\":\"arn:aws:glue:us-east-2:111122223333:table/flights/flights_local\"";

    /// <summary>Who and the members of the request and of the additional data, and what is read of it: principal, service, query, columns.
    /// </summary>
    public static TheoryData<string, string, string, string, string?, string?, string?, string> Events => new()
    {
        {
            "Athena", Role.Replace("INVOKER", "athena.amazonaws.com", StringComparison.Ordinal),
            Table + """
                ,"permissions":["SELECT"],"auditContext":{"additionalAuditContext":"{queryId: 33333333-4444-5555-6666-777777777777}"},
                "cellLevelSecurityEnforced":true,"expectedTableId":"EXAMPLE"
                """,
            """
            "requesterService":"ATHENA","LakeFormationTrustedCallerInvocation":"true",
            "lakeFormationPrincipal":"arn:aws:iam::111122223333:role/Decided","lakeFormationRoleSessionName":"AWSLF-00-AT-111122223333-X"
            """,
            "arn:aws:iam::111122223333:role/Decided", "ATHENA", "33333333-4444-5555-6666-777777777777", ""
        },
        {
            "EMR Serverless with full table access", Role.Replace("INVOKER", "ops.emr-serverless.amazonaws.com", StringComparison.Ordinal),
            Table + """
                ,"auditContext":{"additionalAuditContext":"{\"platformType\":\"EMR_SERVERLESS\",\"jobIdentifier\":\"job/attempt\"}"}
                """,
            """ "requesterService":"UNKNOWN","lakeFormationPrincipal":"arn:aws:iam::111122223333:role/EmrRole" """,
            "arn:aws:iam::111122223333:role/EmrRole", "EMR_SERVERLESS", null, ""
        },
        {
            "Glue with fine-grained access", Role.Replace("INVOKER", "glue.amazonaws.com", StringComparison.Ordinal),
            Table + """
                ,"permissions":["SELECT"],"supportedPermissionTypes":["CELL_FILTER_PERMISSION"],
                "querySessionContext":{"queryId":"44444444-5555-6666-7777-888888888888","queryAuthorizationId":"X"},
                "auditContext":{"additionalAuditContext":"{\"platformType\":\"GLUE_ETL\",\"jobIdentifier\":\"run/\"}"}
                """,
            """ "requesterService":"UNKNOWN","LakeFormationTrustedCallerInvocation":"true" """,
            "arn:aws:iam::111122223333:role/service-role/Reader", "GLUE_ETL", "44444444-5555-6666-7777-888888888888", ""
        },
        {
            "a recipient's account that does not tell its principal",
            """
            "userIdentity":{"type":"AWSAccount","principalId":"AROAQGFTBBBGOBWV2EMZA:GlueJobRunnerSession","accountId":"111122223333"}
            """,
            Table, """ "requesterService":"GLUE_JOB","lakeFormationRoleSessionName":"AWSLF-00-GL-111122223333-G13T0Rmng2" """,
            null, "GLUE_JOB", null, ""
        },
        {
            "a user, by a program that says nothing of itself",
            """
            "userIdentity":{"type":"IAMUser","principalId":"AIDAEXAMPLE","arn":"arn:aws:iam::111122223333:user/ada","userName":"ada"}
            """,
            Table + """ ,"permissions":["SELECT"] """, """ "requesterService":"UNKNOWN" """,
            "arn:aws:iam::111122223333:user/ada", "203.0.113.10", null, ""
        },
        {
            "LakeTools, with columns", Role.Replace("INVOKER", "x", StringComparison.Ordinal),
            Table + """
                ,"auditContext":{"additionalAuditContext":"{\"platformType\":\"LAKETOOLS\",\"columns\":[\"id\",\"text\"]}"}
                """,
            """ "requesterService":"UNKNOWN","lakeFormationPrincipal":"arn:aws:iam::111122223333:role/R" """,
            "arn:aws:iam::111122223333:role/R", "LAKETOOLS", null, "id,text"
        },
    };

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_tells_who_and_by_what(string engine, string identity, string asked, string more,
        string? principal, string? service, string? query, string columns)
    {
        var item = Read($$"""{{{identity}},"requestParameters":{{{asked}}},"additionalEventData":{{{more}}},{{Rest}}}""");
        Assert.NotNull(item);
        Assert.Equal((engine, principal, service, query, columns),
            (engine, item.Principal, item.Service, item.QueryId, string.Join(',', item.ColumnName)));
        Assert.Equal(("111122223333", "flights", "flights_local"), (item.CatalogId, item.DatabaseName, item.TableName));
        Assert.Equal(("us-east-2", "111122223333", "87658765-1111-2222-3333-876587658765"), (item.Region, item.AccountId, item.EventId));
        Assert.Equal(new DateTime(2026, 7, 1, 21, 1, 47, DateTimeKind.Utc), item.Time.ToUniversalTime());
    }

    [Theory]
    [InlineData("""{"eventSource":"s3.amazonaws.com","eventName":"GetDataAccess"}""")]
    [InlineData("""{"eventSource":"lakeformation.amazonaws.com","eventName":"GrantPermissions"}""")]
    [InlineData("{}")]
    public void Other_records_are_left(string record) => Assert.Null(Read(record));

    [Theory]
    [InlineData("""{"eventSource":"lakeformation.amazonaws.com","eventName":"GetDataAccess"}""")]
    [InlineData("""{"eventSource":"lakeformation.amazonaws.com","eventName":"GetDataAccess","eventTime":"2026-07-01T21:01:47Z"}""")]
    public void One_without_a_time_or_an_id_is_a_fault(string record) => Assert.Throws<InvalidDataException>(() => Read(record));

    private const string Rest = """
        "eventTime":"2026-07-01T21:01:47Z","eventSource":"lakeformation.amazonaws.com","eventName":"GetDataAccess","awsRegion":"us-east-2",
        "sourceIPAddress":"203.0.113.10","responseElements":null,"eventID":"87658765-1111-2222-3333-876587658765","readOnly":true,
        "recipientAccountId":"111122223333"
        """;

    private static LakeAccessEvent? Read(string record)
    {
        using var document = JsonDocument.Parse(record);
        return TrailRecord.Read(document.RootElement, null);
    }
}
