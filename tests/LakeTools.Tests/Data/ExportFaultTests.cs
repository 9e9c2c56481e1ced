using LakeTools.Core.Data.Export;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;

namespace LakeTools.Tests.Data;

/// <summary>
/// All or nothing: whatever ends an export, and wherever, readers see the old rows or the new ones, and the next export tidies up.
/// </summary>
public sealed class ExportFaultTests
{
    private const int LargeRow = 9 * 1024 * 1024; // more than a part, so that an upload begins before the end

    private const int MostChanges = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Each: a name, what was there, how it is written to, with what, and what is there then.</summary>
    public static TheoryData<string> Names => [.. s_cases.Keys];

    private static readonly Dictionary<string, Case> s_cases = new()
    {
        ["overwrites several files of a folder"] = new(ExportLake.Folder, ["1", "2"], ExportMode.Overwrite, "8 9", "8 9"),
        ["overwrites one file of a folder"] = new(ExportLake.Folder, ["1 2"], ExportMode.Overwrite, "8 9", "8 9"),
        ["adds a file to a folder"] = new(ExportLake.Folder, ["1 2"], ExportMode.Append, "3", "1 2 3"),
        ["overwrites partitions of a folder"] =
            new(ExportLake.Folder, ["1:a 2:b", "3:b"], ExportMode.OverwritePartitions, "8:b 9:c", "1 8 9"),
        ["overwrites a folder of partitions"] = new(ExportLake.Folder, ["1:a 2:b", "3:b"], ExportMode.Overwrite, "8:b 9:c", "8 9"),
        ["overwrites several files of a table"] = new(ExportLake.Plain, ["1", "2"], ExportMode.Overwrite, "8 9", "8 9"),
        ["overwrites a file of a table with a large one"] = new(ExportLake.Plain, ["1"], ExportMode.Overwrite, "8", "8", LargeRow),
        ["adds to several partitions"] = new(ExportLake.Parted, ["1:a 2:b"], ExportMode.Append, "3:a 4:b", "1:a 2:b 3:a 4:b"),
        ["adds partitions"] = new(ExportLake.Parted, ["1:a 2:b"], ExportMode.Append, "3:b 4:c 5:d", "1:a 2:b 3:b 4:c 5:d"),
        ["adds one partition"] = new(ExportLake.Parted, ["1:a"], ExportMode.Append, "2:b", "1:a 2:b"),
        ["overwrites one partition"] = new(ExportLake.Parted, ["1:a 2:b"], ExportMode.OverwritePartitions, "3:b", "1:a 3:b"),
        ["overwrites one partition with a large file"] =
            new(ExportLake.Parted, ["1:a 2:b"], ExportMode.OverwritePartitions, "3:b", "1:a 3:b", LargeRow),
        ["overwrites several partitions"] =
            new(ExportLake.Parted, ["1:a 2:b 3:c", "4:b"], ExportMode.OverwritePartitions, "8:b 9:c", "1:a 8:b 9:c"),
        ["overwrites a table of partitions"] = new(ExportLake.Parted, ["1:a 2:b 3:c", "4:b"], ExportMode.Overwrite, "8:b 9:d", "8:b 9:d"),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_process_ends_before_any_change(string name)
    {
        var test = s_cases[name];
        using var old = await test.MakeAsync();
        foreach (var last in Steps.Of(name, MostChanges))
        {
            using var lake = old.Copy();
            var isEnded = false;
            var connection = lake.Connect(inner => new ChangeHandler(inner, before: number =>
            {
                isEnded |= number >= last; // neither we nor the SDK do anything any more
                if (isEnded) throw new ProcessEndedException();
            }));
            try
            {
                await test.WriteAsync(lake, connection, stop: Ct);
            }
            catch (ProcessEndedException)
            {
            }

            await LookAndGoOnAsync(test, lake, $"ended before change {last}");
            if (!isEnded) return;
        }

        Assert.Fail("It never ends.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_network_loses_any_change_or_its_answer(string name)
    {
        var test = s_cases[name];
        using var old = await test.MakeAsync();
        foreach (var last in Steps.Of(name, 2 * MostChanges))
        {
            using var lake = old.Copy();
            var isLost = false;
            void Lose(int number)
            {
                if (number != last / 2) return;
                isLost = true;
                throw new HttpRequestException("lost");
            }

            var connection = lake.Connect(inner =>
                last % 2 == 0 ? new ChangeHandler(inner, before: Lose) : new ChangeHandler(inner, after: Lose));
            var where = $"lost at {last / 2.0}";
            string[] allowed;
            try
            {
                await test.WriteAsync(lake, connection, stop: Ct);
                allowed = [test.After];
            }
            catch (LakeException error) when (error.Id == "ExportUnfinished")
            {
                allowed = [test.After];
            }
            catch (Exception error) when (error is HttpRequestException or LakeException)
            {
                allowed = test.CanBeDoneUnknown ? [test.Before, test.After] : [test.Before];
            }

            var seen = await lake.ReadAsync(test.Place);
            Assert.True(allowed.Contains(seen), $"{where}: {seen}");
            await LookAndGoOnAsync(test, lake, where);
            if (!isLost && last > 1) return;
        }

        Assert.Fail("It never ends.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_source_throws_or_the_user_stops(string name)
    {
        var test = s_cases[name];
        using var old = await test.MakeAsync();
        var before = await old.StoredAsync(test.Place);
        for (var throwAt = 0; throwAt < test.Rows.Split(' ').Length; throwAt++)
        {
            using var lake = old.Copy();
            await Assert.ThrowsAsync<IOException>(() => test.WriteAsync(lake, lake.Connect(), throwAt, Ct));
            Assert.Equal(before, await lake.StoredAsync(test.Place), SameStore);
        }

        foreach (var last in Steps.Of(name, MostChanges))
        {
            using var lake = old.Copy();
            using var stop = new CancellationTokenSource();
            var connection = lake.Connect(handler => new ChangeHandler(handler, before: number =>
            {
                if (number == last) stop.Cancel();
            }));
            try
            {
                await test.WriteAsync(lake, connection, stop: stop.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(test.Before, await lake.ReadAsync(test.Place));
                Assert.Equal(before, await lake.StoredAsync(test.Place), SameStore);
                continue;
            }

            Assert.Equal(test.After, await lake.ReadAsync(test.Place));
            if (!stop.IsCancellationRequested) return;
        }

        Assert.Fail("It never ends.");
    }

    private static bool SameStore((string[] Keys, string[] Partitions, int Uploads) one,
        (string[] Keys, string[] Partitions, int Uploads) other) =>
        one.Keys.SequenceEqual(other.Keys) && one.Partitions.SequenceEqual(other.Partitions) && one.Uploads == other.Uploads;

    private static async Task LookAndGoOnAsync(Case test, ExportLake lake, string where)
    {
        var seen = await lake.ReadAsync(test.Place);
        Assert.True(seen == test.Before || seen == test.After, $"{where}: {seen}");
        lake.Pass();
        Assert.True(seen == await lake.ReadAsync(test.Place), $"{where}, later: {await lake.ReadAsync(test.Place)}");

        // The next export to the same place, over all that is there, and what it leaves.
        await lake.WriteAsync(lake.Connect(), test.Place, ExportMode.Overwrite, test.IsParted ? "7:z" : "7");
        Assert.True((test.Place is string || !test.IsParted ? "7" : "7:z") == await lake.ReadAsync(test.Place),
            $"{where}, next: {await lake.ReadAsync(test.Place)}");
        var (keys, partitions, uploads) = await lake.StoredAsync(test.Place);
        Assert.True(keys.Length == 1, $"{where}: {string.Join(", ", keys)}");
        Assert.True(uploads == 0, $"{where}: {uploads} uploads");
        if (test.Place is TableAddress && test.IsParted) Assert.Equal(["z"], partitions);
    }

    /// <summary>Lets a test act before and after each request that is more than a look, by its number from 1.</summary>
    private sealed class ChangeHandler(HttpMessageHandler lake, Action<int>? before = null, Action<int>? after = null)
        : DelegatingHandler(lake)
    {
        private int _count;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
                return await base.SendAsync(request, cancellationToken);
            var number = Interlocked.Increment(ref _count);
            before?.Invoke(number);
            var answer = await base.SendAsync(request, cancellationToken);
            after?.Invoke(number);
            return answer;
        }
    }

    private sealed record Case(object Place, string[] Old, ExportMode Mode, string Rows, string After, int RowLength = 0)
    {
        /// <summary>True where the step that counts is S3's own, whose lost answer is asked for by nobody.</summary>
        public bool CanBeDoneUnknown => Mode == ExportMode.Overwrite && Old.Length == 1 || Rows.Split(' ').Length == 1;

        public bool IsParted => Rows.Contains(':', StringComparison.Ordinal);

        public string Before => string.Join(' ', string.Join(' ', Old).Split(' ').Select(row => Place is string ? row.Split(':')[0] : row)
            .Order(StringComparer.Ordinal));

        public async Task<ExportLake> MakeAsync()
        {
            var lake = await ExportLake.MakeAsync();
            await lake.MakeTablesAsync();
            foreach (var rows in Old) await lake.WriteAsync(lake.Connect(), Place, ExportMode.Append, rows);
            return lake;
        }

        public Task<LakeExport?> WriteAsync(ExportLake lake, LakeConnection connection, int throwAt = -1,
            CancellationToken stop = default) =>
            lake.WriteAsync(connection, Place, Mode, Rows, throwAt, stop, RowLength);
    }

    /// <summary>Stands for the end of the process: nothing in the engine knows it.</summary>
    private sealed class ProcessEndedException : Exception;
}
