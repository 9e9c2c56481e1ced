using LakeTools.Core.Data.Files;

namespace LakeTools.Core.Data.Import;

/// <summary>Tells how much of some files was read: rows, and bytes as they are there, packed or not.</summary>
/// <param name="progress">The receiver of the progress; null for none.</param>
/// <param name="what">The name of the data, for people.</param>
/// <param name="total">The bytes of all files.</param>
internal sealed class ReadProgress(IProgress<LakeProgress>? progress, string what, long total)
{
    private long _finished;
    private long _size;
    private long _read;
    private long _rows;

    /// <summary>Begins with the next file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The file as it is to be read.</returns>
    public DataFile Of(DataFile file)
    {
        _finished += _size;
        (_size, _read) = (file.Size, 0);
        if (progress is null) return file;
        return file with
        {
            OpenRaw = async cancellationToken =>
                new CountedStream(await file.OpenRaw(cancellationToken).ConfigureAwait(false), Count),
            OpenSeekable = () => new CountedStream(file.OpenSeekable(), Count),
        };
    }

    /// <summary>Counts rows of the current file.</summary>
    /// <param name="rows">The number of new rows.</param>
    public void Add(int rows)
    {
        _rows += rows;
        // Of files that are read from any place on, some bytes are read twice, and some never.
        var done = _finished + Math.Min(Interlocked.Read(ref _read), _size);
        progress?.Report(new LakeProgress($"Reading {what}", $"{_rows} rows,", done, total, IsBytes: true));
    }

    private void Count(int bytes) => Interlocked.Add(ref _read, bytes);
}
