using LakeTools.Local;
using LakeTools.Local.Identity;

namespace LakeTools.Tests.Local.Durability;

/// <summary>A lake in a folder, the items that writers keep in it, and what must hold of both.</summary>
internal sealed class LedgerLake : IDisposable
{
    private const int ItemsOfAKind = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("lake-").FullName;
    private readonly LocalCredential _keys;
    private int _last;

    private LedgerLake(int writers)
    {
        using var lake = Open();
        _keys = lake.CredentialFor(lake.AdministratorArn);
        Writers = [.. Enumerable.Range(0, writers).Select(writer => (LedgerItem[])
        [
            .. from kind in Enum.GetValues<ItemKind>()
               from number in Enumerable.Range(0, ItemsOfAKind)
               select new LedgerItem(kind, $"{kind}-{writer}-{number}".ToLowerInvariant()),
        ])];
    }

    public string Folder => _folder;

    /// <summary>The items of each writer: nobody else writes them.</summary>
    public IReadOnlyList<LedgerItem[]> Writers { get; }

    /// <summary>How many writes were acknowledged.</summary>
    public int Writes => _last;

    public static async Task<LedgerLake> MakeAsync(int writers)
    {
        var ledger = new LedgerLake(writers);
        using var lake = ledger.Open();
        using var apis = LakeApis.Of(lake);
        await Ledger.PrepareAsync(apis, TestContext.Current.CancellationToken);
        return ledger;
    }

    public LakeApis Clients(Uri server) => LakeApis.Of(_keys, "eu-central-1", server);

    public LocalLake Open() => LocalLake.Open(
        new LocalLakeOptions { Folder = _folder, AccountId = TestLake.Account, Region = "eu-central-1" });

    /// <summary>Gives a random item of a writer its next value.</summary>
    public async Task<LedgerItem> WriteAsync(LakeApis apis, int writer, Random random)
    {
        var item = Writers[writer][random.Next(Writers[writer].Length)];
        await Ledger.WriteAsync(apis, item, $"{Interlocked.Increment(ref _last)}", TestContext.Current.CancellationToken);
        return item;
    }

    /// <summary>Opens the lake here and holds it against the items and against itself.</summary>
    public async Task CheckAsync()
    {
        using var lake = Open();
        Assert.Equal("ok", lake.Instance.Store.Read(session => session.Scalar<string>("PRAGMA integrity_check")));
        Assert.Empty(lake.Instance.Store.Read(session => session.Query("PRAGMA foreign_key_check", row => row.GetString(0))));
        using var apis = LakeApis.Of(lake);
        foreach (var item in Writers.SelectMany(items => items))
        {
            var value = await Ledger.ReadAsync(apis, item, TestContext.Current.CancellationToken);
            Assert.True(item.Allows(value), $"{item} holds {value ?? "nothing"}.");
            item.Acknowledged = value;
            item.IsOpen = false;
        }

        CheckFiles(lake);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Every file has a record and every record its file, in its place.</summary>
    private void CheckFiles(LocalLake lake)
    {
        var recorded = lake.Instance.Store.Read(session => session.Query(
            "SELECT blob FROM s3_segment WHERE bytes IS NULL UNION SELECT blob FROM s3_part UNION SELECT blob FROM s3_garbage",
            row => row.GetString(0)));
        var objects = Path.Combine(_folder, "objects");
        var found = TestLake.FilesOf(_folder).Select(file => Path.GetRelativePath(objects, file));
        Assert.Equal(recorded.Select(blob => Path.Combine(blob[..2], blob)).Order(), found.Order());
    }
}
