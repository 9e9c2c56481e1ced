using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using LakeTools.Core.Glue;
using LakeTools.Core.Permissions.Filters;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Core.Secrets;
using LakeTools.Tests.Objects;
using Glue = Amazon.Glue.Model;
using LakeFormation = Amazon.LakeFormation.Model;
using SecretsManager = Amazon.SecretsManager.Model;

namespace LakeTools.Tests.Catalog;

/// <summary>
/// A command that changes one thing reads it and writes it back whole: every member that the answer has and the request takes is sent as it
/// was read, but for the description, which each case changes. A service that answers with every member stands in for AWS.
/// </summary>
public sealed class KeptOnTheWireTests : IDisposable
{
    private const string Change = "changed";

    private static readonly Dictionary<string, Case> s_cases = new(StringComparer.Ordinal)
    {
        ["trigger"] = new("GetTrigger", typeof(Glue.GetTriggerResponse), "Trigger", "UpdateTrigger", "TriggerUpdate",
            typeof(Glue.TriggerUpdate),
            connection => new TriggerService(connection).ChangeAsync(new() { Name = "t", Description = Change }, Token)),
        ["connection"] = new("GetConnection", typeof(Glue.GetConnectionResponse), "Connection", "UpdateConnection", "ConnectionInput",
            typeof(Glue.ConnectionInput),
            connection => new GlueConnectionService(connection).ChangeAsync(new() { Name = "c", Description = Change }, Token)),
        ["settings"] = new("GetDataLakeSettings", typeof(LakeFormation.GetDataLakeSettingsResponse), "DataLakeSettings",
            "PutDataLakeSettings", "DataLakeSettings", typeof(LakeFormation.DataLakeSettings),
            connection => new SettingService(connection).ChangeAsync(new() { AllowExternalDataFiltering = false }, null, Token)),
        ["location"] = new("DescribeResource", typeof(LakeFormation.DescribeResourceResponse), "ResourceInfo", "UpdateResource", null,
            typeof(LakeFormation.UpdateResourceRequest),
            connection => new LocationService(connection).ChangeAsync(new() { Path = "s3://bucket/raw", HybridAccess = false }, Token)),
        ["tag expression"] = new("GetLFTagExpression", typeof(LakeFormation.GetLFTagExpressionResponse), null, "UpdateLFTagExpression",
            null, typeof(LakeFormation.UpdateLFTagExpressionRequest),
            connection => new TagExpressionService(connection).ChangeAsync("e", null, Change, null, Token)),
        ["catalog"] = new("GetCatalog", typeof(Glue.GetCatalogResponse), "Catalog", "UpdateCatalog", "CatalogInput",
            typeof(Glue.CatalogInput),
            connection => new CatalogService(connection).ChangeAsync(new() { Catalog = "c", Description = Change }, Token)),
        // What UpdateCrawler leaves out, stays; what it names is whole.
        ["crawler"] = new("GetCrawler", typeof(Glue.GetCrawlerResponse), "Crawler", "UpdateCrawler", null,
            typeof(Glue.UpdateCrawlerRequest),
            connection => new CrawlerService(connection).ChangeAsync(new()
            {
                Name = "c",
                Description = Change,
                Path = ["s3://bucket/raw/"],
                JdbcPath = ["shop/%"],
                DynamoDBTableName = ["orders"],
                CatalogTable = ["sales.orders"],
                DeltaPath = ["s3://bucket/delta/"],
                IcebergPath = ["s3://bucket/iceberg/"],
                HudiPath = ["s3://bucket/hudi/"],
                DeleteBehavior = "LOG",
                UseLakeFormationCredential = false,
            }, Token))
        {
            IsPartial = true,
            Shape = answer =>
            {
                var targets = answer["Targets"]!.AsObject();
                Name("S3Targets", "Path", "s3://bucket/raw/");
                Name("JdbcTargets", "Path", "shop/%");
                Name("DynamoDBTargets", "Path", "orders");
                Name("CatalogTargets", "DatabaseName", "sales");
                Name("CatalogTargets", "Tables", new JsonArray("orders"));
                Name("DeltaTargets", "DeltaTables", new JsonArray("s3://bucket/delta/"));
                Name("IcebergTargets", "Paths", new JsonArray("s3://bucket/iceberg/"));
                Name("HudiTargets", "Paths", new JsonArray("s3://bucket/hudi/"));
                var dynamo = targets["DynamoDBTargets"]![0]!.AsObject();
                foreach (var member in (string[])["ScanAll", "ScanRate"]) // on the wire these begin small
                {
                    var value = dynamo[member]!.DeepClone();
                    dynamo.Remove(member);
                    dynamo[char.ToLowerInvariant(member[0]) + member[1..]] = value;
                }

                void Name(string kind, string member, JsonNode value) => targets[kind]![0]!.AsObject()[member] = value;
            },
        },
        ["data filter"] = new("GetDataCellsFilter", typeof(LakeFormation.GetDataCellsFilterResponse), "DataCellsFilter",
            "UpdateDataCellsFilter", "TableData", typeof(LakeFormation.DataCellsFilter),
            connection => new DataFilterService(connection).ChangeAsync(
                new() { DatabaseName = "d", TableName = "t", Name = "f", RowFilter = "id = 2" }, Token))
        {
            // Columns or all but some, and rows or all rows, exclude each other.
            Shape = answer =>
            {
                answer["RowFilter"] = new JsonObject { ["FilterExpression"] = "id = 1" };
                answer["ColumnNames"] = new JsonArray("id");
                answer.Remove("ColumnWildcard");
            },
            Others = new()
            {
                ["GetTable"] = """{"Table":{"Name":"t","DatabaseName":"d","StorageDescriptor":{"Columns":[{"Name":"id","Type":"int"}]}}}""",
            },
        },
    };

    // What the cases change, and what names the thing.
    private static readonly HashSet<string> s_others = ["Description", "AllowExternalDataFiltering", "HybridAccessEnabled",
        "Name", "CatalogId", "RowFilter", "DatabaseName", "TableName", "DeleteBehavior", "UseLakeFormationCredentials"];

    private readonly ObjectLake _lake = new();

    public static TheoryData<string> Cases => new(s_cases.Keys);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_read_is_written_back_whole(string name)
    {
        var test = s_cases[name];
        var service = new FilledService(test);

        await test.ChangeAsync(_lake.Connect(_ => service));

        var read = test.ReadAt is null ? service.Answer! : service.Answer![test.ReadAt]!.AsObject();
        var written = test.WrittenAt is null ? service.Written! : service.Written![test.WrittenAt]!.AsObject();
        var shared = FilledModel.Members(test.WrittenType).Where(member => read.ContainsKey(member.Name)).ToList();
        Assert.NotEmpty(shared);
        Assert.Equal([], shared.Where(member => !s_others.Contains(member.Name)
            && !(test.IsPartial && !written.ContainsKey(member.Name))
            && !IsKept(read[member.Name], written[member.Name], member.PropertyType)).Select(member => member.Name));
    }

    /// <summary>One key of a JSON secret changes; every other one, and how it is written, goes back, and nothing else is sent.</summary>
    [Fact]
    public async Task A_secret_keeps_what_is_beside_the_key_that_changes()
    {
        const string Value =
            """{"user":"ada","password":"old","port":5432.10,"tls":null,"hosts":["a","b"],"more":{"é":"\u0000","n":1e3}}""";
        var service = new FilledService(new("GetSecretValue", typeof(SecretsManager.GetSecretValueResponse), null, "UpdateSecret", null,
            typeof(SecretsManager.UpdateSecretRequest), _ => Task.CompletedTask)
        {
            Shape = answer =>
            {
                answer.Remove("SecretBinary");
                answer["SecretString"] = Value;
            },
        });
        await new SecretService(_lake.Connect(_ => service)).ChangeAsync(
            new SecretChange("s", SecretContent.OfText("new"), "password", null, null), Token);
        Assert.Equal(
            ["SecretId", "SecretString"],
            service.Written!.Select(member => member.Key).Where(name => name != "ClientRequestToken").Order(StringComparer.Ordinal));
        var before = JsonNode.Parse(Value)!.AsObject();
        var after = JsonNode.Parse((string)service.Written!["SecretString"]!)!.AsObject();
        Assert.Equal("new", (string?)after["password"]);
        Assert.Equal(before.Select(member => member.Key), after.Select(member => member.Key));
        Assert.All(before.Where(member => member.Key != "password"), member =>
            Assert.Equal(member.Value?.ToJsonString(), after[member.Key]?.ToJsonString()));
    }

    // What an answer has beside what a request takes, such as a state, cannot be sent.
    private static bool IsKept(JsonNode? read, JsonNode? written, Type type) =>
        read is JsonObject was && written is JsonObject now && !typeof(IDictionary).IsAssignableFrom(type)
            ? FilledModel.Members(type).Where(member => was.ContainsKey(member.Name))
                .All(member => s_others.Contains(member.Name) || IsKept(was[member.Name], now[member.Name], member.PropertyType))
            : JsonNode.DeepEquals(read, written);

    private sealed record Case(string Read, Type ReadType, string? ReadAt, string Write, string? WrittenAt, Type WrittenType,
        Func<LakeConnection, Task> ChangeAsync)
    {
        public Action<JsonObject>? Shape { get; init; }

        /// <summary>True where the service keeps what a request does not name.</summary>
        public bool IsPartial { get; init; }

        public Dictionary<string, string> Others { get; init; } = [];
    }

    /// <summary>Answers the read with every member, remembers the write, and answers all else with nothing.</summary>
    private sealed class FilledService(Case test) : HttpMessageHandler
    {
        public JsonObject? Answer { get; private set; }

        public JsonObject? Written { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.TryGetValues("X-Amz-Target", out var target)
                ? target.Single().Split('.')[^1] : request.RequestUri!.Segments[^1];
            var body = new JsonObject();
            if (operation == test.Write)
                Written = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject();
            else if (operation == test.Read && Written is not null && test.ReadAt is not null)
                body = new JsonObject { [test.ReadAt] = (test.WrittenAt is null ? Written : Written[test.WrittenAt])!.DeepClone() };
            else if (operation == test.Read) body = Answer ??= Filled();
            else if (test.Others.TryGetValue(operation, out var other)) body = JsonNode.Parse(other)!.AsObject();
            return new(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"),
            };
        }

        private JsonObject Filled()
        {
            var made = (JsonObject)Json(new FilledModel().Make(test.ReadType)!)!;
            test.Shape?.Invoke(test.ReadAt is null ? made : made[test.ReadAt]!.AsObject());
            return made;
        }

        private static JsonNode? Json(object value) => value switch
        {
            string text => text,
            bool flag => flag,
            DateTime time => new DateTimeOffset(time).ToUnixTimeSeconds(),
            ConstantClass word => word.Value,
            IDictionary pairs => new JsonObject(pairs.Keys.Cast<string>().Select(key =>
                KeyValuePair.Create(key, Json(pairs[key]!)))),
            IList list => new JsonArray([.. list.Cast<object>().Select(Json)]),
            _ when value.GetType().IsPrimitive => JsonNode.Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!),
            _ => new JsonObject(FilledModel.Members(value.GetType()).Where(member => member.DeclaringType == value.GetType()
                && member.GetValue(value) is not null).Select(member => KeyValuePair.Create(member.Name, Json(member.GetValue(value)!)))),
        };
    }
}
