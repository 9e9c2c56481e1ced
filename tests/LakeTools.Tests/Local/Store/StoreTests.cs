

using LakeTools.Local.Store;

namespace LakeTools.Tests.Local.Store;

public sealed class StoreTests : IDisposable
{
    private static readonly StorePart s_first = new("thing", "CREATE TABLE thing (name TEXT PRIMARY KEY)");

    private readonly string _folder = Directory.CreateTempSubdirectory("lake-").FullName;

    [Fact]
    public void A_write_that_throws_leaves_nothing()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        Assert.Throws<InvalidOperationException>(() => store.Write(session =>
        {
            session.Execute("INSERT INTO thing VALUES ('lost')");
            throw new InvalidOperationException();
        }));
        store.Write(session => session.Execute("INSERT INTO thing VALUES ('kept')"));
        Assert.Equal(["kept"], Names(store));
    }

    [Fact]
    public void An_account_has_tables_of_its_own_and_sees_those_that_are_shared()
    {
        var shared = new StorePart("bucket", "CREATE TABLE bucket (name TEXT PRIMARY KEY)") { IsShared = true };
        using (var store = LakeStore.Open(_folder, [s_first, shared]))
        {
            var other = store.Add("222222222222");
            store.Write(session => session.Execute("INSERT INTO thing VALUES ('first')"));
            other.Write(session =>
            {
                session.Execute("INSERT INTO thing VALUES ('second')");
                session.Execute("INSERT INTO bucket VALUES ('everybody''s')");
                Assert.Equal("first", session.Of(null).Scalar<string>("SELECT name FROM thing"));
            });
            Assert.Equal(["first"], Names(store));
            Assert.Equal(["second"], Names(other));
            Assert.Equal("everybody's", store.Read(session => session.Scalar<string>("SELECT name FROM bucket")));
        }

        var second = new StorePart("thing", s_first.Migrations[0], "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7");
        using (var store = LakeStore.Open(_folder, [second, shared]))
        {
            Assert.Equal(["222222222222"], store.Read(LakeStore.OtherAccounts));
            Assert.Equal(7, store.Of("222222222222").Read(session => session.Scalar<long>("SELECT size FROM thing")));
        }

        Assert.Throws<InvalidDataException>(() => LakeStore.Open(_folder, [s_first, shared]));
    }

    [Fact]
    public void A_write_is_seen_by_another_process_once_it_is_committed()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        using var other = LakeStore.Open(_folder, [s_first]);
        store.Write(session =>
        {
            session.Execute("INSERT INTO thing VALUES ('a')");
            Assert.Empty(Names(other));
        });
        Assert.Equal(["a"], Names(other));
    }

    [Fact]
    public void A_reader_keeps_to_the_state_that_it_began_with()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        store.Read(session =>
        {
            Assert.Empty(session.Query("SELECT name FROM thing", row => row.GetString(0)));
            store.Write(write => write.Execute("INSERT INTO thing VALUES ('a')"));
            Assert.Empty(session.Query("SELECT name FROM thing", row => row.GetString(0)));
            return true;
        });
        Assert.Equal(["a"], Names(store));
    }

    [Fact]
    public void Of_writes_that_share_a_commit_each_keeps_its_own_result_and_its_own_failure()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        using var release = new ManualResetEventSlim();
        var first = new Thread(() => store.Write(_ => release.Wait()));
        first.Start();
        var results = new string[20];
        var others = Enumerable.Range(0, results.Length).Select(number => new Thread(() => results[number] = WriteOrFail(store, number)))
            .ToList();
        others.ForEach(thread => thread.Start());
        SpinWait.SpinUntil(() => others.TrueForAll(thread => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin)));
        release.Set();
        first.Join();
        others.ForEach(thread => thread.Join());
        Assert.Equal(Enumerable.Range(0, 20).Select(number => number % 3 == 0 ? $"failed {number}" : $"wrote {number}"), results);
        Assert.Equal(Enumerable.Range(0, 20).Where(number => number % 3 != 0).Select(number => $"{number:00}"), Names(store));
    }

    [Fact]
    public async Task A_write_that_no_other_is_before_runs_on_its_callers_thread()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        var here = Environment.CurrentManagedThreadId;
        var write = store.WriteAsync(session =>
        {
            session.Execute("INSERT INTO thing VALUES ('a')");
            return Environment.CurrentManagedThreadId;
        });
        Assert.True(write.IsCompletedSuccessfully);
        Assert.Equal(here, await write);
        Assert.Equal(["a"], Names(store));
    }

    /// <summary>As of a query that runs behind the call that began it: its calls are not the caller's, who would be shown them.</summary>
    [Fact]
    public async Task What_a_write_sets_going_is_without_its_callers_context()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        var caller = new AsyncLocal<string> { Value = "caller" };
        var seen = store.Write(_ => Task.Run(() => caller.Value));
        Assert.Null(await seen);
        Assert.Equal("caller", caller.Value);
    }

    [Fact]
    public void A_write_that_fails_alone_leaves_nothing_and_the_next_one_is_none_the_worse()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        Assert.Throws<InvalidOperationException>(() => store.Write(session =>
        {
            session.Execute("INSERT INTO thing VALUES ('a')");
            throw new InvalidOperationException();
        }));
        Assert.Empty(Names(store));
        store.Write(session => session.Execute("INSERT INTO thing VALUES ('b')"));
        Assert.Equal(["b"], Names(store));
    }

    [Fact]
    public async Task Who_waits_for_a_write_holds_no_thread()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        using var release = new ManualResetEventSlim();
        var begun = new TaskCompletionSource();
        var first = Task.Run(() => store.WriteAsync(_ =>
        {
            begun.SetResult();
            return release.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }));
        await begun.Task;
        var others = Enumerable.Range(0, 20)
            .Select(number => store.WriteAsync(session => session.Execute("INSERT INTO thing VALUES (?1)", $"{number:00}"))).ToList();
        Assert.DoesNotContain(others, write => write.IsCompleted);
        Assert.Empty(Names(store)); // reads do not wait for them either
        release.Set();
        Assert.True(await first);
        Assert.All(await Task.WhenAll(others), rows => Assert.Equal(1, rows));
        Assert.Equal(20, Names(store).Count);
    }

    [Fact]
    public void A_reader_that_finds_something_to_write_is_told_so_and_one_that_writes_is_not()
    {
        using var store = LakeStore.Open(_folder, [s_first]);
        Assert.Throws<ReadOnlySessionException>(() => store.Read(Insert));
        Assert.Empty(Names(store));
        store.Write(Insert);
        Assert.Equal(["a"], Names(store));

        static int Insert(StoreSession session)
        {
            session.RequireWriting();
            return session.Execute("INSERT INTO thing VALUES ('a')");
        }
    }

    [Fact]
    public void Each_migration_runs_once_and_a_newer_version_runs_the_missing_ones()
    {
        var second = s_first with { Migrations = [.. s_first.Migrations, "ALTER TABLE thing ADD COLUMN size INTEGER NOT NULL DEFAULT 7"] };
        using (var store = LakeStore.Open(_folder, [s_first])) store.Write(session => session.Execute("INSERT INTO thing VALUES ('old')"));
        for (var opened = 0; opened < 2; opened++)
        {
            using var store = LakeStore.Open(_folder, [second]);
            Assert.Equal([("old", 7L)], store.Read(session =>
                session.Query("SELECT name, size FROM thing", row => (row.GetString(0), row.GetInt64(1)))));
        }
    }

    [Fact]
    public void A_migration_that_fails_changes_nothing()
    {
        using (LakeStore.Open(_folder, [s_first]))
        {
        }

        var broken = s_first with { Migrations =
            [.. s_first.Migrations, "ALTER TABLE thing ADD COLUMN size INTEGER; SELECT nonsense FROM nowhere"] };
        Assert.ThrowsAny<Exception>(() => LakeStore.Open(_folder, [broken]));
        using var store = LakeStore.Open(_folder, [s_first]);
        Assert.Empty(Names(store));
    }

    [Fact]
    public void A_lake_of_a_newer_version_is_refused()
    {
        var newer = s_first with { Migrations = [.. s_first.Migrations, "CREATE TABLE more (x)"] };
        using (LakeStore.Open(_folder, [newer]))
        {
        }

        Assert.Throws<InvalidDataException>(() => LakeStore.Open(_folder, [s_first]));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string WriteOrFail(LakeStore store, int number)
    {
        try
        {
            return store.Write(session =>
            {
                session.Execute("INSERT INTO thing VALUES (?1)", $"{number:00}");
                return number % 3 == 0 ? throw new InvalidOperationException($"failed {number}") : $"wrote {number}";
            });
        }
        catch (InvalidOperationException error)
        {
            return error.Message;
        }
    }

    private static List<string> Names(LakeStore store) =>
        store.Read(session => session.Query("SELECT name FROM thing ORDER BY name", row => row.GetString(0)));
}
