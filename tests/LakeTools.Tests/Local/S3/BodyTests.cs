using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace LakeTools.Tests.Local.S3;

/// <summary>
/// Bodies that are signed, chunked, or sent to a presigned URL, and what becomes of them where somebody changes them on the way.
/// </summary>
public sealed class BodyTests : S3Fixture
{
    [Theory]
    [InlineData("https", true, "STREAMING-UNSIGNED-PAYLOAD-TRAILER")]
    [InlineData("http", true, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")]
    [InlineData("http", false, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")]
    public async Task A_chunked_body_is_read_and_a_changed_one_refused(string scheme, bool checksum, string payload)
    {
        var change = new ChangingHandler(Lake.Lake.CreateHandler());
        using var s3 = Client(scheme, checksum, change);
        var put = new PutObjectRequest { BucketName = Bucket, Key = "a", InputStream = new MemoryStream(new byte[200_000]),
            DisablePayloadSigning = scheme == "https" };
        await s3.PutObjectAsync(put, Ct);
        Assert.Equal(payload, change.Payload);
        Assert.Equal(200_000, (await GetAsync("a")).Length);

        // A byte in the first chunk's data, one in the last chunk, one of the trailer or the last signature.
        foreach (var at in (int[])[1000, 180_000, -20])
        {
            change.At = at;
            put.InputStream = new MemoryStream(new byte[200_000]);
            put.Key = "b";
            var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.PutObjectAsync(put, Ct));
            Assert.True(error.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden, $"{at}: {error.ErrorCode}");
        }

        Assert.Equal("NoSuchKey", await ErrorOf(() => GetAsync("b")));
    }

    [Fact]
    public async Task A_presigned_URL_opens_what_it_names_and_for_its_time()
    {
        var clock = new FakeClock();
        using var lake = new TestLake(clock);
        using var s3 = new AmazonS3Client(lake.CredentialsOf(), lake.Configure(new AmazonS3Config()));
        await s3.PutBucketAsync(Bucket, Ct);
        var sign = new GetPreSignedUrlRequest { BucketName = Bucket, Key = "a b", Verb = HttpVerb.PUT,
            Expires = DateTime.UtcNow.AddMinutes(20) };
        using var http = new HttpClient(lake.Lake.CreateHandler());
        var put = await http.PutAsync(await s3.GetPreSignedURLAsync(sign), new StringContent("by url"), Ct);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        sign.Verb = HttpVerb.GET;
        var url = await s3.GetPreSignedURLAsync(sign);
        Assert.Equal("by url", await http.GetStringAsync(url, Ct));
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(url.Replace("a%20b", "a%20c"), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.DeleteAsync(url, Ct)).StatusCode);
        clock.Now += TimeSpan.FromMinutes(21);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(url, Ct)).StatusCode);
    }

    private AmazonS3Client Client(string scheme, bool checksum, HttpMessageHandler handler)
    {
        var config = Lake.Configure(new AmazonS3Config { UseHttp = scheme == "http" }, handler);
        config.RequestChecksumCalculation = checksum
            ? Amazon.Runtime.RequestChecksumCalculation.WHEN_SUPPORTED
            : Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED;
        return new AmazonS3Client(Lake.CredentialsOf(), config);
    }

    /// <summary>Changes a byte of the body on its way.</summary>
    private sealed class ChangingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        /// <summary>Which byte; from the end where negative; none where 0.</summary>
        public int At { get; set; }

        /// <summary>What the last request said of its body.</summary>
        public string? Payload { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Payload = request.Headers.TryGetValues("x-amz-content-sha256", out var values) ? values.Single() : null;
            if (At == 0 || request.Content is null) return await base.SendAsync(request, cancellationToken);
            var bytes = await request.Content.ReadAsByteArrayAsync(cancellationToken);
            bytes[At < 0 ? bytes.Length + At : At] ^= 1;
            var changed = new ByteArrayContent(bytes);
            foreach (var (name, value) in request.Content.Headers.NonValidated)
                changed.Headers.TryAddWithoutValidation(name, (IEnumerable<string>)value);
            request.Content = changed;
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
