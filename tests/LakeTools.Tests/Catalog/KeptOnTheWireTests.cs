using System.Collections;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using LakeTools.Core.Glue;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Core.Permissions.Settings;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Tests.Objects;
using Glue = Amazon.Glue.Model;
using LakeFormation = Amazon.LakeFormation.Model;

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
    };

    // What the cases change, and what names the thing.
    private static readonly HashSet<string> s_others = ["Description", "AllowExternalDataFiltering", "HybridAccessEnabled",
        "Name", "CatalogId"];

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
        var shared = FilledModel.Members(test.WrittenType).Select(member => member.Name).Where(read.ContainsKey).ToList();
        Assert.NotEmpty(shared);
        Assert.Equal([], shared.Where(member => !s_others.Contains(member) && !JsonNode.DeepEquals(read[member], written[member])));
    }

    private sealed record Case(string Read, Type ReadType, string? ReadAt, string Write, string? WrittenAt, Type WrittenType,
        Func<LakeConnection, Task> ChangeAsync);

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
            else if (operation == test.Read && Written is not null && test.ReadAt == test.WrittenAt) body = Written;
            else if (operation == test.Read) body = Answer ??= (JsonObject)Json(new FilledModel().Make(test.ReadType)!)!;
            return new(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.1"),
            };
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
