using System.Text.Json;
using LakeTools.Local;
using Microsoft.Data.Sqlite;

namespace LakeTools.Tests.Local.Lakes;

/// <summary>
/// Lakes that former versions made, each in a folder of its own beside this file with what it answered then.
/// Every later version opens them and answers the same, but where a rule was mended since: in v1, what LF-Tags give is listed with its
/// table. To keep one of a new version, run these tests with <c>LAKETOOLS_KEEP_LAKE</c> set to the name of its folder.
/// </summary>
public sealed class KeptLakeTests : IDisposable
{
    private const string AnswersFile = "answers.json";

    private static readonly string s_kept = Path.Combine(Repository.Root, "tests", "LakeTools.Tests", "Local", "Lakes");
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>When each version was kept: it answers with the day on which a secret was last read.</summary>
    private static readonly Dictionary<string, DateTimeOffset> s_moments = new() { ["v1"] = new(2026, 11, 24, 16, 10, 0, TimeSpan.Zero) };

    /// <summary>The versions that are kept.</summary>
    public static TheoryData<string> Versions =>
        new(Directory.GetDirectories(s_kept, "v*").Select(folder => Path.GetFileName(folder)).Order());

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_lake_of_a_former_version_opens_and_answers_as_it_did(string version)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(s_kept, version, "lake"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.Path, Path.GetRelativePath(Path.Combine(s_kept, version, "lake"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var answers = await File.ReadAllTextAsync(Path.Combine(s_kept, version, AnswersFile), Cancellation);
        var clock = new FakeClock { Now = s_moments[version] };
        using var lake = LocalLake.Open(new LocalLakeOptions { Folder = _folder.Path }, clock);
        foreach (var recorded in JsonSerializer.Deserialize<List<RecordedCall>>(answers)!)
        {
            var now = await recorded.SendAsync(lake, clock.Now);
            var missing = recorded.Missing(now.Answer);
            Assert.True(missing is null, $"{recorded.Service} {recorded.Operation} {recorded.Body} lacks {missing}: {now.Answer}");
        }

        // And it is a lake like any other.
        await new RecordedCall("s3", "PUT /weather-data/new", "new").SendAsync(lake, clock.Now);
        await new RecordedCall("secretsmanager", "PutSecretValue",
                """{"SecretId":"db/password","SecretString":"third","ClientRequestToken":"44444444-4444-4444-4444-444444444444"}""")
            .SendAsync(lake, clock.Now);
    }

    [Fact]
    public void A_lake_that_a_newer_version_made_is_refused_and_left_as_it_is()
    {
        using (LocalLake.Open(new LocalLakeOptions { Folder = _folder.Path })) { }
        var file = Path.Combine(_folder.Path, "lake.db");
        using (var store = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            store.Open();
            using var command = store.CreateCommand();
            command.CommandText = "INSERT INTO store_part (name, version) VALUES ('something new', 1)";
            command.ExecuteNonQuery();
        }

        var before = File.ReadAllBytes(file);
        Assert.Throws<InvalidDataException>(() => LocalLake.Open(new LocalLakeOptions { Folder = _folder.Path }));
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task Keep_a_lake_of_this_version()
    {
        var version = Environment.GetEnvironmentVariable("LAKETOOLS_KEEP_LAKE");
        Assert.SkipWhen(version is null, "LAKETOOLS_KEEP_LAKE names no folder to keep a lake in.");
        var folder = Path.Combine(s_kept, version!);
        Assert.False(Directory.Exists(folder), $"{folder} is there already, and is never made anew.");
        using (var lake = LocalLake.Open(
            new LocalLakeOptions { Folder = Path.Combine(folder, "lake"), AccountId = TestLake.Account, Region = "eu-central-1" }))
        {
            foreach (var call in KeptLake.Making) await call.SendAsync(lake);
            var answers = new List<RecordedCall>();
            foreach (var call in KeptLake.Reading) answers.Add(await call.SendAsync(lake));
            await File.WriteAllTextAsync(Path.Combine(folder, AnswersFile), JsonSerializer.Serialize(answers, s_json), Cancellation);
        }
    }

    public void Dispose() => _folder.Dispose();
}
