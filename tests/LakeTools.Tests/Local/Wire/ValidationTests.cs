using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using LakeTools.Local.Wire;
using LakeTools.Local.Wire.Models;

namespace LakeTools.Tests.Local.Wire;

public sealed class ValidationTests
{
    private const string Principal = """ "Principal": {"DataLakePrincipalIdentifier": "arn:aws:iam::111122223333:role/A"} """;

    [Theory]
    [InlineData("glue", "GetDatabase", """{"Name": "weather"}""")]
    [InlineData("glue", "GetDatabase", """{"Name": "weather", "CatalogId": null, "NoSuchMember": {"a": [1]}}""")]
    [InlineData("glue", "CreateTable",
        """{"DatabaseName": "d", "TableInput": {"Name": "t", "LastAccessTime": 1.5e9, "Retention": 0, "Parameters": {"a": ""}}}""")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "🌧", "Description": "two\nlines"}}""")]
    [InlineData("lakeformation", "GrantPermissions", "{" + Principal
        + """, "Resource": {"Database": {"Name": "d"}}, "Permissions": ["SELECT"]}""")]
    [InlineData("secretsmanager", "CreateSecret", """{"Name": "a", "SecretBinary": "AQID"}""")]
    [InlineData("logs", "PutLogEvents",
        """{"logGroupName": "/aws-glue/x", "logStreamName": "s", "logEvents": [{"timestamp": 1, "message": "m"}]}""")]
    public void A_good_request_passes(string service, string operation, string input) => Check(service, operation, input);

    [Theory]
    [InlineData("glue", "GetDatabase", "{}", "ValidationException", "'name'")]
    [InlineData("glue", "GetDatabase", """{"Name": ""}""", "ValidationException", "'name'")]
    [InlineData("glue", "GetDatabase", """{"Name": "line\nbreak"}""", "ValidationException", "'name'")]
    [InlineData("glue", "GetDatabases", """{"MaxResults": 101}""", "ValidationException", "'maxResults'")]
    [InlineData("glue", "GetDatabases", """{"MaxResults": 0}""", "ValidationException", "'maxResults'")]
    [InlineData("glue", "CreateTable",
        """{"DatabaseName": "d", "TableInput": {"Name": "t", "StorageDescriptor": {"Columns": [{"Name": "a"}, {}]}}}""",
        "ValidationException", "'table.storageDescriptor.columns.2.member.name'")]
    [InlineData("glue", "CreateJob", """{"Name": "j", "Role": "r", "Command": {}, "WorkerType": "G.3X"}""", "ValidationException",
        "'workerType'")]
    [InlineData("glue", "BatchDeleteTable", """{"DatabaseName": "d", "TablesToDelete": [null]}""", "ValidationException",
        "'tablesToDelete'")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "PartitionKeys": [null]}}""",
        "ValidationException", "'table.partitionKeys.1.member'")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "Parameters": {"a": null}}}""",
        "ValidationException", "'table.parameters'")]
    [InlineData("lakeformation", "ListPermissions", """{"ResourceType": "LAKE"}""", "ValidationException", "'resourceType'")]
    [InlineData("lakeformation", "CreateLFTag", """{"TagKey": "bad*key", "TagValues": ["a"]}""", "ValidationException", "'tagKey'")]
    [InlineData("logs", "CreateLogGroup", """{"logGroupName": "bad name"}""", "InvalidParameterException", "'logGroupName'")]
    [InlineData("glue", "GetDatabase", """{"Name": 7}""", "SerializationException", "")]
    [InlineData("glue", "GetDatabase", """{"Name": ["a"]}""", "SerializationException", "")]
    [InlineData("glue", "GetDatabases", """{"MaxResults": "7"}""", "SerializationException", "")]
    [InlineData("glue", "GetDatabases", """{"MaxResults": 1e99}""", "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": "t"}""", "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "LastAccessTime": "x"}}""",
        "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "LastAccessTime": "1700000000"}}""",
        "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "LastAccessTime": "2020-13-01T00:00:00Z"}}""",
        "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "LastAccessTime": 1e30}}""",
        "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "LastAccessTime": -1e30}}""",
        "SerializationException", "")]
    [InlineData("glue", "GetDatabases", """{"MaxResults": 3.7}""", "SerializationException", "")]
    [InlineData("glue", "CreateTable", """{"DatabaseName": "d", "TableInput": {"Name": "t", "Retention": 9999999999}}""",
        "SerializationException", "")]
    [InlineData("logs", "GetLogEvents", """{"logGroupName": "g", "logStreamName": "s", "startTime": 9223372036854775808}""",
        "SerializationException", "")]
    [InlineData("secretsmanager", "CreateSecret", """{"Name": "a", "SecretBinary": "***"}""", "SerializationException", "")]
    public void A_bad_request_is_refused_and_the_member_named(string service, string operation, string input, string code, string path)
    {
        var error = Assert.Throws<ApiException>(() => Check(service, operation, input));
        Assert.Equal(code, error.Code);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    /// <summary>Records are returned as they came, and clients read seconds and whole numbers only.</summary>
    [Fact]
    public void Numbers_and_times_have_one_form_after_the_check()
    {
        var input = JsonNode.Parse("""
            {"DatabaseName": "d", "TableInput": {"Name": "t", "Retention": 3.0, "LastAccessTime": "2020-01-01T00:00:00Z",
                "LastAnalyzedTime": "2020-01-01T01:00:00.5+01:00", "StorageDescriptor": {"NumberOfBuckets": 2e1}}}
            """)!.AsObject();
        RequestValidator.Check(ServiceModel.For("glue"), "CreateTable", input);
        var table = input["TableInput"]!;
        Assert.Equal("3 1577836800 1577836800.5 20",
            $"{table["Retention"]} {table["LastAccessTime"]} {table["LastAnalyzedTime"]} {table["StorageDescriptor"]!["NumberOfBuckets"]}");
    }

    [Fact]
    public void All_broken_constraints_come_in_one_error()
    {
        var error = Assert.Throws<ApiException>(() => Check("glue", "CreateJob", """{"Name": "", "Timeout": 0, "Command": {}}"""));
        Assert.StartsWith("3 validation errors detected: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_not_repeated()
    {
        var canary = new string('s', 65537);
        var error = Assert.Throws<ApiException>(() =>
            Check("secretsmanager", "CreateSecret", $$"""{"Name": "a", "SecretString": "{{canary}}"}"""));
        Assert.DoesNotContain("sss", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*", "a🌧\t", "a\n")]
    [InlineData(@"[\u0009\u0020-\uD7FF\u10000-\u10FFFF]+", "🌧", "\uD83C")]
    [InlineData(@"[\w+=,.@-]+", "a_1@b", "ü")]
    [InlineData(@"^(\w+\.)+\w+$", "a.b.c", "a.b.c\n")]
    [InlineData(@"^\d{2}$", "12", "\u0661\u0662")]
    public void A_pattern_written_for_Java_means_the_same_here(string pattern, string matches, string doesNot)
    {
        var expression = JavaPattern.ToRegex(pattern);
        Assert.Matches(expression, matches);
        Assert.DoesNotMatch(expression, doesNot);
    }

    /// <summary>Whatever JSON comes, the answer is yes or an error of AWS's, and never an exception of ours.</summary>
    [Fact]
    public void Any_JSON_is_checked_without_a_fault()
    {
        var input = Json(4);
        Prop.ForAll(Gen.Elements("CreateTable", "CreateJob", "BatchCreatePartition", "CreateTrigger").Zip(input).ToArbitrary(), given =>
        {
            var error = Record.Exception(() =>
                Check("glue", given.Item1, new JsonObject { ["DatabaseName"] = given.Item2, ["TableInput"] = given.Item2?.DeepClone(),
                ["Actions"] = given.Item2?.DeepClone() }.ToJsonString()));
            return error is null or ApiException { Status: 400 };
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<JsonNode?> Json(int depth)
    {
        var scalar = Gen.Elements<Func<JsonNode?>>(() => null, () => 7, () => -1.5, () => true, () => "", () => "text", () =>
            new string('x', 300)).Select(make => make());
        if (depth == 0) return scalar;
        var items = Json(depth - 1).ListOf().Resize(3);
        var names = Gen.Elements("Name", "StorageDescriptor", "Columns", "Parameters", "Type");
        var list = items.Select(nodes => (JsonNode?)new JsonArray([.. nodes.Select(node => node?.DeepClone())]));
        var map = names.Zip(Json(depth - 1)).ListOf().Resize(3).Select(pairs =>
        {
            var result = new JsonObject();
            foreach (var (name, value) in pairs) result[name] = value?.DeepClone();
            return (JsonNode?)result;
        });
        return Gen.OneOf(scalar, list, map);
    }

    private static void Check(string service, string operation, string input) =>
        RequestValidator.Check(ServiceModel.For(service), operation, JsonNode.Parse(input)!.AsObject());
}
