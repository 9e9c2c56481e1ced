using System.Text;
using LakeTools.Core;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Import;

namespace LakeTools.Tests.Data;

/// <summary>What is told while files are read.</summary>
public sealed class ReadProgressTests
{
    private sealed class Told : List<LakeProgress>, IProgress<LakeProgress>
    {
        public void Report(LakeProgress value) => Add(value);
    }

    [Fact]
    public async Task The_bytes_of_all_files_are_counted_as_they_are_read()
    {
        var told = new Told();
        var progress = new ReadProgress(told, "s3://b/", total: 300);

        await ReadAsync(progress.Of(File(100)), 40);
        progress.Add(4);
        await ReadAsync(progress.Of(File(200)), 200);
        progress.Add(6);

        Assert.Equal([(40, 300), (300, 300)], told.Select(item => (item.Done, item.Total)));
        Assert.All(told, item => Assert.True(item.IsBytes));
    }

    [Fact]
    public void What_is_read_twice_counts_no_more_than_the_file_has()
    {
        var told = new Told();
        var progress = new ReadProgress(told, "s3://b/", total: 100);
        using var stream = progress.Of(File(100)).OpenSeekable();

        for (var i = 0; i < 3; i++)
        {
            stream.Position = 0;
            stream.ReadExactly(new byte[80]);
        }

        progress.Add(1);
        Assert.Equal(100, Assert.Single(told).Done);
    }

    private static DataFile File(int size)
    {
        var bytes = Encoding.ASCII.GetBytes(new string('x', size));
        return new DataFile("s3://b/f", size, _ => Task.FromResult<Stream>(new MemoryStream(bytes)), () => new MemoryStream(bytes));
    }

    private static async Task ReadAsync(DataFile file, int count)
    {
        await using var stream = await file.OpenRaw(TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[count], TestContext.Current.CancellationToken);
    }
}
