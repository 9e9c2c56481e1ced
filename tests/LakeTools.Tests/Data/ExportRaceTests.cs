using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Files;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Shell;
using Parquet;

namespace LakeTools.Tests.Data;

/// <summary>Exports beside readers, beside each other, and killed at any moment.</summary>
public sealed class ExportRaceTests
{
    private const int Kills = 6;
    private static readonly string[] s_keys = ["a", "b", "c", "d"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_see_one_export_or_another_while_they_go_on()
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.MakeTablesAsync();
        await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Append, RowsOf(0));
        var last = 0;
        var writer = Task.Run(
            async () =>
            {
                for (var i = 1; i <= 12; i++)
                {
                    await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Overwrite, RowsOf(i), clock: TimeProvider.System);
                    Volatile.Write(ref last, i);
                }
            },
            Ct);
        while (!writer.IsCompleted)
        {
            var from = Volatile.Read(ref last);
            string rows;
            try
            {
                rows = await lake.ReadAsync(ExportLake.Parted);
            }
            catch (LakeException error) when (error.Id is "ObjectNotFound" or "ObjectChanged" or "DataChanging")
            {
                continue; // a file went while it was read: said, and no mixture
            }

            var possible = Enumerable.Range(from, Volatile.Read(ref last) + 2 - from).Select(RowsOf);
            Assert.Contains(rows, possible);
        }

        await writer;
        Assert.Equal(RowsOf(12), await lake.ReadAsync(ExportLake.Parted));
    }

    [Fact]
    public async Task Exports_to_one_place_come_one_after_the_other()
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.MakeTablesAsync();
        await Task.WhenAll(Enumerable.Range(1, 3).Select(i => Task.Run(
            () => lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Overwrite, RowsOf(i), clock: TimeProvider.System), Ct)));
        Assert.Contains(await lake.ReadAsync(ExportLake.Parted), Enumerable.Range(1, 3).Select(RowsOf));
        Assert.Equal(4, (await lake.StoredAsync(ExportLake.Parted)).Keys.Length);
    }

    [Fact]
    public async Task Who_is_at_work_is_not_disturbed_and_who_was_taken_for_gone_gives_up()
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.MakeTablesAsync();
        await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Append, RowsOf(0));
        var isBegun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var connection = lake.Connect(inner => new Gate(inner, request => request.Headers.Contains("If-Match"), isBegun, goOn.Task));
        var slow = Task.Run(() => lake.WriteAsync(connection, ExportLake.Parted, ExportMode.Append, RowsOf(1), clock: TimeProvider.System),
            Ct);
        await isBegun.Task;
        var impatient = new RunningClock();
        var error = await Assert.ThrowsAsync<LakeException>(() =>
            lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Append, RowsOf(2), clock: impatient));
        Assert.Equal(("ExportRunning", LakeErrorCategory.Conflict, "d.parted"), (error.Id, error.Category, error.Target));
        Assert.Equal(RowsOf(0), await lake.ReadAsync(ExportLake.Parted));

        lake.Pass();
        await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Overwrite, RowsOf(3));
        goOn.SetResult();
        Assert.Equal("ExportInterrupted", (await Assert.ThrowsAsync<LakeException>(() => slow)).Id);
        Assert.Equal(RowsOf(3), await lake.ReadAsync(ExportLake.Parted));
        Assert.Equal((4, 0), ((await lake.StoredAsync(ExportLake.Parted)).Keys.Length, (await lake.StoredAsync(ExportLake.Parted))
            .Uploads));
    }

    [Fact]
    public async Task What_came_later_under_an_old_name_stays()
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.PutAsync("folder/one.csv", "v\n1\n");
        await lake.PutAsync("folder/two.csv", "v\n2\n");
        var connection = lake.Connect(inner =>
            new Gate(inner, request => request.Method == HttpMethod.Post
            && request.RequestUri!.Query.Contains("delete", StringComparison.Ordinal), null, null));
        Assert.Equal("ExportUnfinished",
            (await Assert.ThrowsAsync<LakeException>(() => lake.WriteAsync(connection, ExportLake.Folder, ExportMode.Overwrite, "8"))).Id);
        Assert.Equal("8", await lake.ReadAsync(ExportLake.Folder));
        await lake.PutAsync("folder/two.csv", "v\n3\n");
        Assert.Equal("3 8", await lake.ReadAsync(ExportLake.Folder));
        lake.Pass();
        await lake.WriteAsync(lake.Connect(), ExportLake.Folder, ExportMode.Append, "9");
        Assert.Equal("3 8 9", await lake.ReadAsync(ExportLake.Folder));
        Assert.Equal(3, (await lake.StoredAsync(ExportLake.Folder)).Keys.Length);
    }

    /// <summary>
    /// Who may write into one folder must not have the next export remove, with its writer's rights, what lies elsewhere.
    /// </summary>
    [Theory]
    [InlineData("""{"version":1,"run":"r","state":"Prepared","new":[{"bucket":"BUCKET","key":"elsewhere/x.csv"}]}""")]
    [InlineData("""{"version":1,"run":"r","state":"Committed", """
        + """ "old":[{"bucket":"BUCKET","key":"elsewhere/x.csv","eTag":"ETAG","modified":"MODIFIED"}]}""")]
    [InlineData("""{"version":1,"run":"r","state":"Committed", """
        + """ "old":[{"bucket":"BUCKET","key":"folderelse/x.csv","eTag":"ETAG","modified":"MODIFIED"}]}""")]
    [InlineData("""{"version":1,"run":"r","state":"Committed", """
        + """ "table":{"databaseName":"d","name":"parted"},"dropped":[{"values":["a"],"location":"s3://BUCKET/empty/"}]}""")]
    public async Task A_record_that_names_other_places_removes_nothing(string record)
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.MakeTablesAsync();
        await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Append, RowsOf(0));
        foreach (var key in (string[])["elsewhere/x.csv", "folderelse/x.csv"]) await lake.PutAsync(key, "v\n1\n");
        var other = await lake.Connect().Clients.S3.GetObjectMetadataAsync(ExportLake.Bucket, "elsewhere/x.csv", Ct);
        record = record.Replace("BUCKET", ExportLake.Bucket, StringComparison.Ordinal)
            .Replace("ETAG", other.ETag.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("MODIFIED", $"{other.LastModified!.Value.ToUniversalTime():O}", StringComparison.Ordinal);
        await lake.PutAsync("folder/_laketools_export", record);
        lake.Pass();

        var error = await Assert.ThrowsAsync<LakeException>(() =>
            lake.WriteAsync(lake.Connect(), ExportLake.Folder, ExportMode.Append, "9"));
        Assert.Equal(("ExportRecordForeign", LakeErrorCategory.InvalidData), (error.Id, error.Category));
        foreach (var key in (string[])["elsewhere/x.csv", "folderelse/x.csv", "folder/_laketools_export"])
            await lake.Connect().Clients.S3.GetObjectMetadataAsync(ExportLake.Bucket, key, Ct);
        Assert.Equal(RowsOf(0), await lake.ReadAsync(ExportLake.Parted));
    }

    [Fact]
    public async Task A_folder_below_the_export_is_read_by_its_record()
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.WriteAsync(lake.Connect(), ExportLake.Folder, ExportMode.Append, "1:a 2:b");
        var connection = lake.Connect(inner => new Gate(inner, request => request.Headers.Contains("If-Match"), null, null));
        await Assert.ThrowsAsync<HttpRequestException>(() => lake.WriteAsync(connection, ExportLake.Folder, ExportMode.Append, "3:a 4:b"));
        Assert.Equal(("1", "2", "1"), (await lake.ReadAsync(ExportLake.Folder + "k=a/"),
            await lake.ReadAsync(ExportLake.Folder + "k=b/*.csv"), await lake.ReadAsync(ExportLake.Folder + "k=a")));
    }

    [Fact]
    public async Task Rows_of_many_open_files_are_written_before_they_take_too_much_memory()
    {
        using var lake = await ExportLake.MakeAsync();
        var options = new DataExportOptions { Format = DataFormats.Parquet, PartitionBy = ["k"], MostHeld = 100_000 };
        await using var export = DataExport.ToUri(lake.Connect(), ExportLake.Folder, options, Ct);
        export.Begin([new("v", "string"), new("k", "string")]);
        for (var i = 0; i < 2000; i++) export.Write([$"{i}".PadRight(200), s_keys[i % 4]], i);
        await export.CommitAsync(null, Ct);
        foreach (var key in (await lake.StoredAsync(ExportLake.Folder)).Keys)
        {
            using var response = await lake.Connect().Clients.S3.GetObjectAsync(ExportLake.Bucket, key, Ct);
            using var content = new MemoryStream();
            await response.ResponseStream.CopyToAsync(content, Ct);
            await using var reader = await ParquetReader.CreateAsync(content, cancellationToken: Ct);
            Assert.InRange(reader.RowGroupCount, 1, 20);
            Assert.True(reader.RowGroupCount > 1);
        }

        Assert.Equal(2000, (await lake.ReadAsync(ExportLake.Folder)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_the_old_rows_or_the_new()
    {
        using var lake = await ExportLake.MakeAsync();
        await lake.MakeTablesAsync();
        await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Append, RowsOf(0));
        var random = new Random(20261124);
        for (int kill = 0, last = 0; kill < Kills; kill++)
        {
            var first = last = last + 10;
            using (var pwsh = PwshProcess.Start(["-Command", $"Import-Module '{Path.Combine(Repository.Root, "out", "LakeTools")}'; "
                + $"Connect-Lake -Local '{lake.Path}'; "
                + $"for ($i = {first}; ; $i++) {{ '{string.Join("','", s_keys)}' | "
                    + $"ForEach-Object {{ [pscustomobject]@{{ v = \"$i\"; k = $_ }} }} | "
                + "Export-LakeData -DatabaseName d -TableName parted -Mode Overwrite; [Console]::WriteLine($i) }"]))
            {
                for (var line = random.Next(1, 4); line > 0; line--) last = int.Parse((await pwsh.ReadLineAsync())!, null);
                await Task.Delay(random.Next(150), Ct); // a moment that nobody chose
            }

            var rows = await lake.ReadAsync(ExportLake.Parted);
            var possible = Enumerable.Range(last, 20).Select(RowsOf).ToList();
            Assert.Contains(rows, possible);
            last += possible.IndexOf(rows);
            lake.Clock.Now = DateTimeOffset.UtcNow + TimeSpan.FromDays(2);
            await lake.WriteAsync(lake.Connect(), ExportLake.Parted, ExportMode.Overwrite, RowsOf(++last));
            Assert.Equal(RowsOf(last), await lake.ReadAsync(ExportLake.Parted));
            var (keys, partitions, uploads) = await lake.StoredAsync(ExportLake.Parted);
            Assert.Equal((4, 4, 0), (keys.Length, partitions.Length, uploads));
        }
    }

    private static string RowsOf(int number) => string.Join(' ', s_keys.Select(key => $"{number}:{key}"));

    /// <summary>Holds a request until it may go on, or loses it where nobody opens.</summary>
    private sealed class Gate(HttpMessageHandler lake, Func<HttpRequestMessage, bool> holds, TaskCompletionSource? isReached, Task? open)
        : DelegatingHandler(lake)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!holds(request)) return await base.SendAsync(request, cancellationToken);
            isReached?.TrySetResult();
            if (open is null) throw new HttpRequestException("lost");
            await open;
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>A clock that is late by days, and on which a look at it takes a minute: nobody is gone, and patience ends soon.</summary>
    private sealed class RunningClock : TimeProvider
    {
        private readonly DateTimeOffset _start = DateTimeOffset.UtcNow - TimeSpan.FromDays(2);
        private int _looks;

        public override DateTimeOffset GetUtcNow() => _start + TimeSpan.FromMinutes(Interlocked.Increment(ref _looks));
    }
}
