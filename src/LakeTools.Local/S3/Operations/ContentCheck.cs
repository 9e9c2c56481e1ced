using System.Security.Cryptography;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.S3.Wire;

namespace LakeTools.Local.S3.Operations;

/// <summary>
/// Compares the bytes of an object with those that were stored: its ETag is the MD5 of them, or the MD5 of its parts' MD5s. Files that
/// somebody changed give no copy with a checksum of its own.
/// </summary>
internal sealed class ContentCheck : IDisposable
{
    private readonly string _etag;
    private readonly IReadOnlyList<long> _parts;
    private readonly IncrementalHash _part = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
    private readonly IncrementalHash? _all;
    private int _current;
    private long _left;

    /// <summary>Begins to compare.</summary>
    /// <param name="item">The object.</param>
    /// <param name="segments">The segments of its bytes: one per part, if it was put in parts.</param>
    public ContentCheck(StoredObject item, IReadOnlyList<Segment> segments)
    {
        _etag = item.ETag;
        _all = item.IsMultipart ? IncrementalHash.CreateHash(HashAlgorithmName.MD5) : null;
        _parts = item.IsMultipart ? [.. segments.Select(segment => segment.Size)] : [item.Size];
        _left = _parts[0];
    }

    /// <summary>Takes the next bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            while (_left == 0 && _current < _parts.Count - 1) NextPart();
            var count = _current < _parts.Count - 1 ? (int)Math.Min(_left, bytes.Length) : bytes.Length;
            _part.AppendData(bytes[..count]);
            _left -= count;
            bytes = bytes[count..];
        }
    }

    /// <summary>Ends the comparison.</summary>
    /// <exception cref="LakeTools.Local.Wire.ApiException">The bytes are not those that were stored.</exception>
    public void Finish()
    {
        while (_current < _parts.Count - 1) NextPart();
        var hash = _part.GetHashAndReset();
        if (_all is not null)
        {
            _all.AppendData(hash);
            hash = _all.GetHashAndReset();
        }

        if (_left != 0 || !_etag.Split('-')[0].Equals(Convert.ToHexString(hash), StringComparison.OrdinalIgnoreCase))
            throw S3Error.ContentDamaged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _part.Dispose();
        _all?.Dispose();
    }

    private void NextPart()
    {
        _all!.AppendData(_part.GetHashAndReset());
        _left = _parts[++_current];
    }
}
