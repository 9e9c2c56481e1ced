using System.Text;
using LakeTools.Local.Identity;
using LakeTools.Local.Server;
using LakeTools.Local.Wire;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.Fuzz;

/// <summary>
/// Bytes that are nearly requests, from the connection's first byte to the answer: each ends, none crashes, none is our fault (5xx).
/// </summary>
public sealed class FrontFuzzTests : IDisposable
{
    private const string Host = "127.0.0.1";

    private readonly TestLake _lake = new();

    [Fact]
    public void A_changed_request_has_an_answer_that_is_no_fault() =>
        FuzzRuns.Try(Mutation.Of(Requests()), text => AnswerAllAsync(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void Any_bytes_have_an_end() => FuzzRuns.Try(
        Mutation.Soup("GET ", "PUT ", " HTTP/1.1\r\n", "Host: 127.0.0.1\r\n", "/", "Authorization: ", "a: b\r\n", "\r\n"),
        text => AnswerAllAsync(Encoding.UTF8.GetBytes(text)));

    public void Dispose() => _lake.Dispose();

    private string[] Requests()
    {
        var keys = _lake.Lake.CredentialFor(_lake.Lake.AdministratorArn);
        RawRequest put = new("PUT", Host, "/bucket/key", "", "content") { Headers = { ["content-length"] = "7", ["x-amz-meta-a"] = "b" } };
        RawRequest chunked = new("PUT", Host, "/bucket/key", "", "") { Headers = { ["transfer-encoding"] = "chunked" } };
        RawRequest streaming = new("PUT", Host, "/bucket/key", "", "")
        {
            Headers = { ["content-length"] = "98", ["x-amz-decoded-content-length"] = "7", ["x-amz-trailer"] = "x-amz-checksum-crc32" },
        };
        RawRequest glue = new("POST", Host, "/", "",
            "{}") { Headers = { ["content-length"] = "2", ["x-amz-target"] = "AWSGlue.GetDatabases" } };
        RawRequest sts = new("POST", Host, "/", "",
            "Action=GetCallerIdentity&Version=2011-06-15") { Headers = { ["content-length"] = "43" } };
        return
        [
            put.Sign(keys, "s3").HeadOnWire() + "content",
            put.Sign(keys, "s3", payload: "UNSIGNED-PAYLOAD").HeadOnWire() + "content",
            chunked.Sign(keys, "s3", payload: "UNSIGNED-PAYLOAD").HeadOnWire() + "3\r\ncon\r\n4\r\ntent\r\n0\r\n\r\n",
            streaming.Sign(keys, "s3", payload: "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
                .HeadOnWire() + "7\r\ncontent\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n",
            streaming.Sign(keys, "s3", payload: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")
                .HeadOnWire() + "7;chunk-signature=00\r\ncontent\r\n0;chunk-signature=00\r\n\r\n",
            new RawRequest("GET", Host, "/bucket", "list-type=2&max-keys=10", "").Sign(keys, "s3").HeadOnWire(),
            "GET /bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + $"&X-Amz-Credential={keys.AccessKeyId}%2F20261124%2Feu-central-1%2Fs3%2Faws4_request"
                + "&X-Amz-Date=20261124T000000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=00 "
                    + $"HTTP/1.1\r\nhost: {Host}\r\n\r\n",
            glue.Sign(keys, "glue").HeadOnWire() + "{}",
            sts.Sign(keys, "sts").HeadOnWire() + sts.Body,
        ];
    }

    /// <summary>Serves a connection as the server does, and holds every answer of it.</summary>
    private async Task AnswerAllAsync(byte[] bytes)
    {
        var input = new HttpInput(new MemoryStream(bytes), HttpBounds.Default, CancellationToken.None);
        try
        {
            while (await HttpRequestReader.ReadAsync(input, HttpBounds.Default, () => Task.CompletedTask) is { } request)
            {
                if (!OriginGuard.Admits(request.Wire)) return;
                var answer = await _lake.Lake.Instance.Router.HandleAsync(request.Wire, CancellationToken.None);
                var sink = new MemoryStream();
                await HttpResponseWriter.WriteAsync(sink, request.Wire.Method, answer, true, HttpBounds.Default, CancellationToken.None);
                Assert.True(answer.Status is < 500 or 501, $"{answer.Status} {Encoding.UTF8.GetString(sink.ToArray())}");
                if (!request.KeepsAlive || !await request.Body.DrainAsync()) return;
            }
        }
        catch (Exception e) when (e is BadRequestException or EndOfStreamException or ApiException)
        {
            // Refused before a service had it, or cut off.
        }
    }
}
