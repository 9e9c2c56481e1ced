using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Queries;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Wire;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Local.Athena;

/// <summary>
/// Queries: started, stopped, listed. IAM, which permits all callers here, decides about them alone; the data that a query reads needs the
/// permissions of its caller.
/// </summary>
/// <param name="runner">Carries them out.</param>
internal sealed class QueryOperations(QueryRunner runner)
{
    private const int DefaultPage = 50;
    private const string DefaultDatabase = "default";

    // As long as AWS keeps them (Athena user guide, viewing recent queries).
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(45);

    public JsonObject Start(ApiCall call)
    {
        var (input, queries) = (call.Input, new QueryStore(call.Session));
        var request = Request(input);
        if (input.Text("ClientRequestToken") is { } token && queries.OfToken(QueryRecord.OwnerOf(call.Caller), token) is { } known)
            return known.Request == request ? Answer(known.Id) : throw Refused("Idempotent parameters do not match");
        if (input["EngineConfiguration"] is not null) throw Refused("The embedded lake has no capacity to configure.");
        var group = new WorkGroupStore(call).Existing(input.Text("WorkGroup"));
        if (!group.IsEnabled) throw Refused($"WorkGroup {group.Name} is disabled.");
        var context = input["QueryExecutionContext"] as JsonObject;
        DataCatalogs.Require(call, context?.Text("Catalog"));
        var now = call.Lake.Clock.Now();
        queries.RemoveBefore(now - (long)s_kept.TotalMilliseconds);
        var id = Guid.NewGuid().ToString();
        var document = new JsonObject
        {
            ["QueryExecutionId"] = id,
            ["Query"] = input.Required("QueryString"),
            ["StatementType"] = "DML",
            ["SubstatementType"] = "SELECT",
            ["QueryExecutionContext"] = new JsonObject
            {
                ["Database"] = (context?.Text("Database") ?? DefaultDatabase).ToLowerInvariant(),
                ["Catalog"] = (context?.Text("Catalog") ?? DataCatalogs.Name).ToLowerInvariant(),
            },
            ["Status"] = new JsonObject { ["State"] = "QUEUED", ["SubmissionDateTime"] = EpochTime.ToWire(now) },
            ["Statistics"] = new JsonObject(),
            ["WorkGroup"] = group.Name,
            ["EngineVersion"] = group.Configuration["EngineVersion"]!.DeepClone(),
            // An answer may be used again, and need not be.
            ["ResultReuseConfiguration"] = input["ResultReuseConfiguration"]?.DeepClone()
                ?? new JsonObject { ["ResultReuseByAgeConfiguration"] = new JsonObject { ["Enabled"] = false } },
        }.With("ExecutionParameters", input["ExecutionParameters"]?.DeepClone());
        PutResults(call, group, id, document);
        var query = new QueryRecord(0, id, QueryRecord.OwnerOf(call.Caller), HostProcess.Current, request, document, null);
        queries.Add(query, group.Name, input.Text("ClientRequestToken"), now);
        var caller = call.Caller with { IsIntegrated = false };
        var task = new QueryTask(
            id,
            input.Required("QueryString"),
            document["QueryExecutionContext"]!.AsObject().Required("Database"),
            input.Texts("ExecutionParameters") ?? [],
            call.Lake.AccountId,
            call.Lake.Identity.IssueToken(call.Session, caller, QueryRunner.LongestQuery));
        QueryEvents.Started(call, id);
        runner.Schedule(call, task, group.Cutoff);
        return Answer(id);
    }

    public JsonObject Get(ApiCall call)
    {
        var query = new QueryStore(call.Session).Existing(call.Input.Required("QueryExecutionId"));
        return new JsonObject { ["QueryExecution"] = ToWire(query) };
    }

    public JsonObject BatchGet(ApiCall call)
    {
        var queries = new QueryStore(call.Session);
        var found = call.Input.Texts("QueryExecutionIds")!.Distinct().Select(id => (Id: id, Query: queries.Find(id))).ToList();
        return new JsonObject
        {
            ["QueryExecutions"] = found.Where(each => each.Query is not null).Select(each => ToWire(each.Query!)).ToJsonArray(),
            ["UnprocessedQueryExecutionIds"] = found.Where(each => each.Query is null).Select(each => new JsonObject
            {
                ["QueryExecutionId"] = each.Id,
                ["ErrorCode"] = "INVALID_QUERY_EXECUTION_ID",
                ["ErrorMessage"] = $"Query Execution Id {each.Id} was not found.",
            }).ToJsonArray(),
        };
    }

    public static JsonObject List(ApiCall call)
    {
        var group = new WorkGroupStore(call).Existing(call.Input.Text("WorkGroup"));
        var page = new Page(call.Input, PageForm.Athena, call.Operation, DefaultPage);
        var read = new QueryStore(call.Session).Before(group.Name, page.AfterNumber(long.MaxValue), page.Size + 1);
        var (shown, next) = page.Cut(read, query => query.Number);
        return new JsonObject { ["QueryExecutionIds"] = shown.Select(query => query.Id).ToJsonArray() }.With("NextToken", next);
    }

    /// <summary>Stops a query. One that has ended stays as it is.</summary>
    public JsonObject Stop(ApiCall call)
    {
        var (queries, id) = (new QueryStore(call.Session), call.Input.Required("QueryExecutionId"));
        var query = queries.Existing(id);
        if (query.IsEnded) return [];
        if (runner.Scanned(id) is { } bytes) query.Document["Statistics"]!["DataScannedInBytes"] = bytes;
        QueryRunner.End(query, call.Lake, "CANCELLED", "Query cancelled by user");
        queries.Save(query);
        runner.Stop(id);
        return [];
    }

    private static JsonObject Answer(string id) => new() { ["QueryExecutionId"] = id };

    private static string Request(JsonObject input)
    {
        var request = input.DeepClone().AsObject();
        request.Remove("ClientRequestToken");
        return request.ToJsonString();
    }

    // The result location: the work group's, if it enforces its own; otherwise that of the call; otherwise the lake itself.
    private static void PutResults(ApiCall call, WorkGroup group, string id, JsonObject document)
    {
        var given = call.Input["ResultConfiguration"] as JsonObject;
        var results = group.IsEnforced ? group.Results : given?.Text("OutputLocation") is null ? group.Results ?? given : given;
        if (results is not null) WorkGroups.CheckResults(call, results);
        if (results?.Text("OutputLocation") is not { } location)
        {
            if (!group.KeepsResults)
            {
                throw Refused("No output location provided. An output location is required either through the Workgroup result "
                    + "configuration setting or as an API input.");
            }

            document["ManagedQueryResultsConfiguration"] = new JsonObject { ["Enabled"] = true };
            return;
        }

        var configuration = results.DeepClone().AsObject();
        configuration["OutputLocation"] = AddressOf(call, location, id);
        document["ResultConfiguration"] = configuration;
    }

    private static string AddressOf(ApiCall call, string location, string id)
    {
        try
        {
            var uri = S3Uri.Parse(location);
            if (Buckets.Find(call.Session, uri.Bucket) is null)
                throw Refused($"Unable to verify/create output bucket {uri.Bucket}");
            return (uri.IsFolder ? uri : uri with { Key = uri.Key + "/" }).Append(id + ".csv").ToString();
        }
        catch (LakeException)
        {
            throw Refused($"outputLocation is not a valid S3 path. Got: {location}");
        }
    }

    private static ApiException Refused(string message) => new("InvalidRequestException", message);

    private JsonObject ToWire(QueryRecord query)
    {
        var document = query.Document.DeepClone().AsObject();
        if (query.IsEnded) return document;
        // Of a process that is gone nothing more will come; the next process that opens the lake writes it down.
        if (!HostProcess.IsAlive(query.Host))
        {
            (document["Status"]!["State"], document["Status"]!["StateChangeReason"]) = ("FAILED", QueryRunner.Lost);
            return document;
        }

        if (runner.Scanned(query.Id) is { } bytes) document["Statistics"]!["DataScannedInBytes"] = bytes;
        return document;
    }
}
