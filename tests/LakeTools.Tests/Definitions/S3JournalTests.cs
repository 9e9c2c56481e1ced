using LakeTools.Core.Definitions.Journals;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>A journal in S3 grows in time that grows with it, and is one object once it has ended.</summary>
public sealed class S3JournalTests
{
    private const string Entry = "a/000001.jsonl";
    private const string Line = "{\"result\":\"create database shop\",\"state\":\"Done\"}\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_grows_with_the_steps()
    {
        var (few, many) = (await SentAsync(1_000), await SentAsync(2_000));
        Assert.InRange(many, few, few * 2.2);
    }

    [Fact]
    public async Task It_is_read_as_far_as_it_has_grown_and_is_one_object_at_the_end()
    {
        using var lake = await LakeAsync();
        var journal = new S3Journal(lake.Connect(), "s3://journals/x");
        Assert.True(await journal.CreateAsync(Entry, "begin\n", Ct));
        var text = "begin\n";
        for (var step = 0; step < 800; step++)
        {
            await journal.AppendAsync(Entry, Line, Ct);
            text += Line;
            if (step % 97 == 0) Assert.Equal(text, await new S3Journal(lake.Connect(), "s3://journals/x").ReadAsync(Entry, Ct));
        }

        var another = new S3Journal(lake.Connect(), "s3://journals/x");
        Assert.Equal([Entry], await another.ListAsync(Ct));
        Assert.Equal(text, await another.ReadAsync(Entry, Ct));
        await journal.EndAsync(Entry, "end\n", Ct);
        Assert.Equal(text + "end\n", await new S3Journal(lake.Connect(), "s3://journals/x").ReadAsync(Entry, Ct));
        Assert.Equal(["x/" + Entry], await KeysAsync(lake));
    }

    [Fact]
    public async Task Parts_that_the_entry_has_already_say_nothing_and_none_follows_a_gap()
    {
        using var lake = await LakeAsync();
        var journal = new S3Journal(lake.Connect(), "s3://journals/x");
        foreach (var (name, text) in ((string, string)[])[("", "0123456789"), (".part-000000000005", "56789"),
            (".part-000000000010", "ab"), (".part-000000000013", "lost")])
            await lake.Connect().Clients.S3.PutObjectAsync(
                new() { BucketName = "journals", Key = $"x/{Entry}{name}", ContentBody = text }, Ct);
        Assert.Equal("0123456789ab", await journal.ReadAsync(Entry, Ct));
    }

    private static async Task<TestLake> LakeAsync()
    {
        var lake = new TestLake();
        await lake.Connect().Clients.S3.PutBucketAsync("journals", Ct);
        return lake;
    }

    private static async Task<IEnumerable<string>> KeysAsync(TestLake lake) =>
        (await lake.Connect().Clients.S3.ListObjectsV2Async(new() { BucketName = "journals" }, Ct)).S3Objects.Select(item => item.Key);

    // How many bytes are sent and received for a journal of so many steps.
    private static async Task<long> SentAsync(int steps)
    {
        using var lake = await LakeAsync();
        CountingHandler? counted = null;
        var journal = new S3Journal(lake.Connect(before: inner => counted = new CountingHandler(inner)), "s3://journals/x");
        Assert.True(await journal.CreateAsync(Entry, "begin\n", Ct));
        for (var step = 0; step < steps; step++) await journal.AppendAsync(Entry, Line, Ct);
        await journal.EndAsync(Entry, "end\n", Ct);
        return counted!.Bytes;
    }

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public long Bytes { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is { } content) Bytes += (await content.ReadAsByteArrayAsync(cancellationToken)).Length;
            var answer = await base.SendAsync(request, cancellationToken);
            Bytes += (await answer.Content.ReadAsByteArrayAsync(cancellationToken)).Length;
            return answer;
        }
    }
}
