
using LakeTools.Local.S3.Storage;
using LakeTools.Local;
using LakeTools.Tests.Local.Wire;

namespace LakeTools.Tests.Local.S3;

/// <summary>What a process that was killed leaves in its folder of new files, and what the next that opens the lake makes of it.</summary>
public sealed class SweepTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lake-").FullName;
    private readonly string _dead;

    // A small object has no file.
    private static readonly string s_content = new('x', Segment.MaxInStore + 1);

    public SweepTests()
    {
        _dead = Path.Combine(_folder, "objects", "incoming", "0123456789abcdef0123456789abcdef");
    }

    [Fact]
    public async Task A_file_with_a_record_is_kept_and_one_without_is_deleted()
    {
        string recorded;
        using (var lake = Open())
        {
            await PutAsync(lake, "key", s_content);
            recorded = TestLake.FilesOf(_folder).Single();
        }

        // As if the process had ended between the commit and the move, and another upload had just begun.
        Directory.CreateDirectory(_dead);
        File.Move(recorded, Path.Combine(_dead, Path.GetFileName(recorded)));
        await File.WriteAllTextAsync(Path.Combine(_dead, Guid.NewGuid().ToString("N")), "begun", TestContext.Current.CancellationToken);
        using (var lake = Open()) Assert.Equal((200, s_content), await GetAsync(lake, "key"));
        Assert.Equal([recorded], TestLake.FilesOf(_folder));
        Assert.False(Directory.Exists(_dead));
    }

    [Fact]
    public async Task An_object_can_be_read_before_its_file_is_moved()
    {
        using var lake = Open();
        await PutAsync(lake, "key", s_content);
        var file = TestLake.FilesOf(_folder).Single();
        Directory.CreateDirectory(_dead);
        File.Move(file, Path.Combine(_dead, Path.GetFileName(file)));
        Assert.Equal((200, s_content), await GetAsync(lake, "key"));
    }

    [Fact]
    public void The_files_of_a_process_that_lives_are_left_alone()
    {
        Directory.CreateDirectory(_dead);
        var begun = Path.Combine(_dead, Guid.NewGuid().ToString("N"));
        File.WriteAllText(begun, "begun");
        using (new FileStream(_dead + ".lock", FileMode.Create, FileAccess.ReadWrite, FileShare.None)) Open().Dispose();
        Assert.True(File.Exists(begun));
        Open().Dispose();
        Assert.False(File.Exists(begun));
    }

    [Fact]
    public async Task What_was_replaced_is_gone_at_once()
    {
        using var lake = Open();
        for (var i = 0; i < 3; i++) await PutAsync(lake, "key", s_content + i);
        Assert.Single(TestLake.FilesOf(_folder));
        var listed = lake.Instance.Store.Read(session => session.Scalar<long>("SELECT count(*) FROM s3_garbage"));
        Assert.InRange(listed, 0, 1); // the last is taken from the list with the next write
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task PutAsync(LocalLake lake, string key, string content)
    {
        await Request(lake, "PUT", "/bucket", "").SendAsync(lake);
        Assert.Equal(200, (await Request(lake, "PUT", "/bucket/" + key, content).SendAsync(lake)).Status);
    }

    private static Task<(int Status, string Body)> GetAsync(LocalLake lake, string key) =>
        Request(lake, "GET", "/bucket/" + key, "").SendAsync(lake);

    private static RawRequest Request(LocalLake lake, string method, string path, string body) =>
        new RawRequest(method, "127.0.0.1", path, "", body).Sign(lake.CredentialFor(lake.AdministratorArn), "s3");

    private LocalLake Open() => LocalLake.Open(new LocalLakeOptions { Folder = _folder });
}
