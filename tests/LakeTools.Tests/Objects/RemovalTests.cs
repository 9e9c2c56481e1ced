using System.Net;
using System.Text;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using Xunit;

namespace LakeTools.Tests.Objects;

public class RemovalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_object_that_stays_is_an_error_of_its_own()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        var connection = lake.Connect(handler => new Answer(handler, """
            <DeleteResult><Error><Key>a b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
            <Error><Key>c</Key><Code>InternalError</Code><Message>Later</Message></Error></DeleteResult>
            """));
        var failures = new List<LakeException>();
        await ObjectRemoval.RemoveAsync(connection, ObjectLake.Bucket, ["a b", "c", "d"], failures.Add, Ct);
        Assert.Equal([("AccessDenied", "s3://weather-data/a b"), ("ServiceError", "s3://weather-data/c")],
            failures.Select(failure => (failure.Id, (string)failure.Target!)));
    }

    [Fact]
    public async Task A_thousand_go_in_one_call_whatever_their_keys()
    {
        using var lake = await new ObjectLake().WithBucketAsync();
        string[] odd = ["a b+%20", "ü/ö", "<&>\"'", "q?x=1#y", "tab\tnew\nline", "😀"];
        foreach (var key in odd) await lake.PutAsync(key, [1]);
        var keys = odd.Concat(Enumerable.Range(0, ObjectRemoval.BatchSize - odd.Length).Select(number => $"not/{number}")).ToList();
        var failures = new List<LakeException>();
        await ObjectRemoval.RemoveAsync(lake.Connection, ObjectLake.Bucket, keys, failures.Add, Ct);
        Assert.Empty(failures);
        foreach (var key in odd) Assert.Null(await lake.FindAsync(key));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_named()
    {
        using var lake = new ObjectLake();
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            ObjectRemoval.RemoveAsync(lake.Connection, "no-such-bucket", ["a"], _ => { }, Ct));
        Assert.Equal(("BucketNotFound", "no-such-bucket"), (error.Id, error.Target));
    }

    private sealed class Answer(HttpMessageHandler inner, string body) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content =
                new StringContent(body, Encoding.UTF8, "application/xml"), RequestMessage = request });
    }
}
