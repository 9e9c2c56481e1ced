using System.Net;
using System.Text;
using LakeTools.Core;
using LakeTools.Core.Jobs;
using LakeTools.Core.Queries;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Objects;

namespace LakeTools.Tests.Jobs;

/// <summary>
/// Runs and queries that have ended. Their time of completion is optional, and a number of seconds or milliseconds says how long they took
/// (Glue API reference, JobRun: ExecutionTime; Athena API reference, QueryExecutionStatistics: TotalExecutionTimeInMillis).
/// </summary>
public sealed class RunEndTests : IDisposable
{
    private readonly ObjectLake _lake = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_failed_run_is_the_error_also_if_its_logs_cannot_be_reached()
    {
        var connection = _lake.Connect(_ => new Service("""{ "JobRun": { "Id": "jr1", "JobName": "j", "JobRunState": "FAILED" } }"""));
        var run = new LakeJobRun { JobName = "j", Id = "jr1", State = "RUNNING" };
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            new JobWaiter(connection).WaitAsync(run, null, new Progress<LakeProgress>(), Token));
        Assert.Equal("JobRunFailed", error.Id);
    }

    [Theory]
    [InlineData(""" "ExecutionTime": 90 """, 90)]
    [InlineData(""" "ExecutionTime": 0 """, null)]
    [InlineData(""" "CompletedOn": 1000090, "ExecutionTime": 30 """, 90)]
    public async Task The_duration_of_a_run_that_has_ended_does_not_grow(string end, int? seconds)
    {
        var connection = _lake.Connect(_ => new Service(
            $$"""{ "JobRun": { "Id": "jr1", "JobName": "j", "JobRunState": "SUCCEEDED", "StartedOn": 1000000, {{end}} } }"""));
        var run = await new JobService(connection).GetRunAsync("j", "jr1", Token);
        Assert.Equal(seconds, (int?)run.Duration?.TotalSeconds);
    }

    [Theory]
    [InlineData(""" "Statistics": { "TotalExecutionTimeInMillis": 4000 } """, 4)]
    [InlineData(""" "Statistics": {} """, null)]
    public async Task The_duration_of_a_query_that_has_ended_does_not_grow(string end, int? seconds)
    {
        var connection = _lake.Connect(_ => new Service(
            $$"""
            { "QueryExecution": { "QueryExecutionId": "q", "Status": { "State": "FAILED", "SubmissionDateTime": 1000000 }, {{end}} } }
            """));
        var query = await new QueryService(connection).GetAsync("q", Token);
        Assert.Equal(seconds, (int?)query.Duration?.TotalSeconds);
    }

    private sealed class Service(string answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[^1];
            if (operation == "GetLogEvents") throw new HttpRequestException("no route to the host");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                RequestMessage = request,
                Content = new StringContent(operation == "GetJob" ? """{ "Job": { "Name": "j" } }""" : answer, Encoding.UTF8,
                    "application/x-amz-json-1.1"),
            });
        }
    }
}
