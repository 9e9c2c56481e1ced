using System.Runtime.CompilerServices;
using System.Text.Json;
using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Trails;

/// <summary>Reads the files of a trail, some at a time, in the order of their keys. Nothing is read before it is asked for.</summary>
/// <param name="connection">The lake.</param>
/// <param name="root">A folder of the trail.</param>
internal sealed class TrailReader(LakeConnection connection, S3Uri root)
{
    private const int Width = 8;

    private readonly TrailFolder _folder = new(connection, root);

    /// <summary>Reads what is wanted of the records of some days.</summary>
    /// <typeparam name="T">The value that is read from a record.</typeparam>
    /// <param name="after">No event before this is wanted; null for all.</param>
    /// <param name="before">No event after this is wanted; null for all.</param>
    /// <param name="mayMatter">Whether bytes may hold a record that is wanted.</param>
    /// <param name="take">Takes a record of a file; null leaves it.</param>
    /// <param name="onFailure">Gets the error of each file that cannot be read; the other files are read.</param>
    /// <param name="onDay">Gets each day that has files; may be null.</param>
    /// <param name="progress">Gets the number of files; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="LakeException"><c>TrailNotFound</c>, <c>BucketNotFound</c>.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(DateTime? after, DateTime? before, TrailMark mayMatter,
        Func<JsonElement, string, T?> take, Action<LakeException> onFailure, Action<TrailDay>? onDay, IProgress<LakeProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        // A file is in the folder of the day on which it was written, some minutes, and sometimes hours, after its events.
        var (from, to) = (Day(after), Day(before)?.AddDays(1));
        var client = connection.Clients.S3;
        await foreach (var day in _folder.DaysAsync(from, to, cancellationToken).ConfigureAwait(false))
        {
            var items = await _folder.FilesAsync(day, cancellationToken).ConfigureAwait(false);
            if (items.Count > 0) onDay?.Invoke(day);
            progress?.Report(new LakeProgress($"Reading the trail of account {day.AccountId}", $"{day.Region} {day.Day:yyyy-MM-dd}"));
            var files = SideBySide.RunAsync(items, Width,
                (item, stop) => TrailFile<T>.ReadAsync(client, item, mayMatter, record => take(record, item.Uri), stop), cancellationToken);
            await foreach (var file in files.ConfigureAwait(false))
            {
                foreach (var item in file.Found) yield return item;
                if (file.Failure is { } failure) onFailure(failure);
            }
        }
    }

    private static DateOnly? Day(DateTime? time) => time is { } known ? DateOnly.FromDateTime(known.ToUniversalTime()) : null;
}
