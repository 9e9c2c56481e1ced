using System.Text;
using Amazon.S3;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Objects;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>A file of an export: an object that is visible after its commit.</summary>
internal sealed class ExportFile
{
    /// <summary>The beginning of new files' names; a unique number follows.</summary>
    public const string NamePrefix = "part-";

    private readonly LakeConnection _connection;
    private readonly RowFormat _format;
    private readonly ObjectWriteStream _object;
    private IRowWriter? _writer;

    /// <summary>Begins a file.</summary>
    /// <param name="target">The target of the export.</param>
    /// <param name="format">The form of the file.</param>
    /// <param name="uri">The object.</param>
    /// <param name="columns">The file's columns.</param>
    /// <param name="isReplacing">True if the object replaces an existing one.</param>
    /// <param name="stop">Ends the writing.</param>
    public ExportFile(ExportTarget target, RowFormat format, S3Uri uri, IReadOnlyList<FileColumn> columns, bool isReplacing,
        CancellationToken stop)
    {
        IsReplacing = isReplacing;
        _connection = target.Connection;
        _format = format;
        _object = new ObjectWriteStream(target.Connection.Clients.S3, uri, ContentTypes.OfName(uri.Key), stop);
        _writer = format.Create(_object, columns, $"{uri}");
    }

    /// <summary>The object.</summary>
    public S3Uri Uri => _object.Uri;

    /// <summary>True if the object takes the place of one that is there, so taking it back would lose both.</summary>
    public bool IsReplacing { get; private set; }

    /// <summary>The upload that becomes the object; null as long as nothing was sent, so it may still have another name.</summary>
    public string? UploadId => _object.UploadId;

    /// <summary>The encoding of texts.</summary>
    public Encoding TextEncoding => _format.TextEncoding;

    /// <summary>Returns whether the file may have an old one's name.</summary>
    /// <param name="old">The old file.</param>
    /// <returns>True if the name matches the format of the new content.</returns>
    public bool IsAlike(LakeObject old) => IsAlike(_format, old);

    /// <summary>Returns whether a new file may have an old one's name.</summary>
    /// <param name="format">The form of the new file.</param>
    /// <param name="old">The old file.</param>
    /// <returns>True if the name matches the format of the new content.</returns>
    public static bool IsAlike(RowFormat format, LakeObject old) =>
        old.Key.EndsWith(format.Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes a row.</summary>
    /// <param name="cells">A value a column.</param>
    public void Write(ReadOnlySpan<object?> cells) => _writer!.Write(cells);

    /// <summary>Writes rows that come by column.</summary>
    /// <param name="columns">A column each.</param>
    /// <param name="start">The place of the first row.</param>
    /// <param name="end">The place behind the last row.</param>
    public void Write(IReadOnlyList<CellColumn> columns, int start, int end) => _writer!.Write(columns, start, end);

    /// <summary>About how many bytes of rows are held in memory until they are written together.</summary>
    public long Held => _writer?.Held ?? 0;

    /// <summary>Writes the rows that are held.</summary>
    public void Flush() => _writer?.Flush();

    /// <summary>Ends the content.</summary>
    public void End()
    {
        _writer?.Dispose();
        _writer = null;
    }

    /// <summary>Ends the content and sends all of it, so its memory is free and the commit is one short call.</summary>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The sending.</returns>
    public Task SendAsync(CancellationToken cancellationToken)
    {
        End();
        return _object.SendAllAsync(cancellationToken);
    }

    /// <summary>Gives the object another name. Nothing was sent yet.</summary>
    /// <param name="uri">The object.</param>
    /// <param name="isReplacing">True if the object replaces an existing one.</param>
    public void MoveTo(S3Uri uri, bool isReplacing)
    {
        _object.MoveTo(uri);
        IsReplacing = isReplacing;
    }

    /// <summary>Creates the object from the data.</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    /// <returns>The step.</returns>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        End();
        try
        {
            await _object.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (AmazonS3Exception error) when (error.ErrorCode == "NoSuchUpload" && !IsReplacing)
        {
            // An earlier attempt succeeded and its response was lost: no other program creates an object of this name.
            if (await ObjectListing.GetAsync(_connection, Uri, CancellationToken.None).ConfigureAwait(false) is null) throw;
        }
    }

    /// <summary>Takes back what was not committed.</summary>
    /// <returns>The work.</returns>
    public Task DiscardAsync() => _object.DiscardAsync();
}
