using System.Text;
using LakeTools.Core.Data.Files;

namespace LakeTools.Core.Data.Csv;

/// <summary>
/// Files of delimited text that are read together. What a file alone does not say about its header, the others say: the parts of a
/// dataset have all a header, or none.
/// </summary>
/// <param name="files">The files, in the order of reading; the first of them are looked at.</param>
/// <param name="hints">The known properties.</param>
/// <param name="encoding">The encoding of files without a byte order mark. Null for UTF-8.</param>
internal sealed class CsvFolder(IEnumerable<DataFile> files, CsvHints hints, Encoding? encoding)
{
    /// <summary>The number of files that are looked at.</summary>
    public const int MostLookedAt = 32;

    private readonly List<DataFile> _files = [.. files.Take(MostLookedAt)];
    private readonly Dictionary<string, CsvLook?> _looks = [];
    private readonly List<(string Path, string Names)> _onlyNames = [];
    private readonly HashSet<string> _named = [];
    private (string Path, string Other)? _different;

    /// <summary>What was taken for names and may have been rows; null if nothing was.</summary>
    public string? Warning
    {
        get
        {
            var unread = _onlyNames.FindAll(only => !_named.Contains(only.Names));
            if (unread.Count > 0)
            {
                var others = unread.Count > 1 ? $" and {unread.Count - 1} other files" : "";
                return $"{unread[0].Path}{others}: the only line is read as the names of the columns. If it is a row, specify -NoHeader.";
            }

            return _different is not var (path, other) ? null
                : $"{path}: the first line is read as the names of the columns, and differs from the first line of {other}. "
                    + "If it is a row, specify -NoHeader.";
        }
    }

    /// <summary>Returns whether the first record of a file names its columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="look">The beginning of the file.</param>
    /// <param name="cancellationToken">Cancels the reading of other files.</param>
    /// <returns>True for a header.</returns>
    public async Task<bool> HasHeaderAsync(string path, CsvLook look, CancellationToken cancellationToken)
    {
        if (_files.Exists(file => file.Path == path)) _looks[path] = look;
        var hasHeader = look.Header == CsvHeader.Possible
            ? await IsHeaderBesideOthersAsync(path, look, cancellationToken).ConfigureAwait(false) : look.Header == CsvHeader.Yes;
        if (hasHeader && !look.HasRows) _onlyNames.Add((path, look.Names));
        else if (hasHeader) _named.Add(look.Names);
        return hasHeader;
    }

    // Files of another width are other data, and say nothing.
    private async Task<bool> IsHeaderBesideOthersAsync(string path, CsvLook look, CancellationToken cancellationToken)
    {
        string? different = null;
        foreach (var file in _files)
        {
            if (file.Path == path) continue;
            if (!_looks.TryGetValue(file.Path, out var other))
                _looks[file.Path] = other = await LookAsync(file, cancellationToken).ConfigureAwait(false);
            if (other is null || other.First.Count != look.First.Count) continue;
            if (other.Header == CsvHeader.No) return false;
            var isSame = other.Names == look.Names;
            if (isSame && other.HasRows) _named.Add(other.Names);
            if (other.Header == CsvHeader.Yes || (isSame && (other.HasRows || look.HasRows))) return true;
            if (!isSame) different ??= file.Path;
        }

        if (different is not null) _different ??= (path, different);
        return true;
    }

    // A file that cannot be read is an error when its rows are read.
    private async Task<CsvLook?> LookAsync(DataFile file, CancellationToken cancellationToken)
    {
        try
        {
            var stream = await file.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var text = await DecodedText.OpenAsync(stream, encoding, cancellationToken).ConfigureAwait(false);
            var (_, lines) = await CsvSniffer.HeadAsync(text, cancellationToken).ConfigureAwait(false);
            return await CsvSniffer.LookAsync(lines, hints, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return null;
        }
    }
}
