using LakeTools.Core.Objects;

namespace LakeTools.Core.Data;

/// <summary>A file of an export: an object that nobody sees before it is committed.</summary>
internal sealed class ExportFile
{
    private readonly ObjectWriteStream _object;
    private IRowWriter? _writer;

    /// <summary>Begins a file.</summary>
    /// <param name="target">Where the export goes.</param>
    /// <param name="uri">The object.</param>
    /// <param name="columns">The file's columns.</param>
    /// <param name="isReplacing">True where the object takes the place of one that is there.</param>
    /// <param name="stop">Ends the writing.</param>
    public ExportFile(ExportTarget target, S3Uri uri, IReadOnlyList<FileColumn> columns, bool isReplacing, CancellationToken stop)
    {
        IsReplacing = isReplacing;
        _object = new ObjectWriteStream(target.Connection.Clients.S3, uri, ContentTypes.OfName(uri.Key), stop);
        _writer = target.Format.Create(_object, columns, uri.Key);
    }

    /// <summary>The object.</summary>
    public S3Uri Uri => _object.Uri;

    /// <summary>True where the object takes the place of one that is there, so that taking it back would lose both.</summary>
    public bool IsReplacing { get; }

    /// <summary>True once it is what readers see.</summary>
    public bool IsCommitted { get; private set; }

    /// <summary>Writes a row.</summary>
    /// <param name="cells">A value a column.</param>
    public void Write(ReadOnlySpan<object?> cells) => _writer!.Write(cells);

    /// <summary>Ends the content.</summary>
    public void End()
    {
        _writer?.Dispose();
        _writer = null;
    }

    /// <summary>Ends the content and sends all of it, so that its memory is free and the commit is one short call.</summary>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The sending.</returns>
    public Task SendAsync(CancellationToken cancellationToken)
    {
        End();
        return _object.SendAllAsync(cancellationToken);
    }

    /// <summary>Makes what was written the object.</summary>
    /// <param name="cancellationToken">Cancels the step.</param>
    /// <returns>The step.</returns>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        End();
        await _object.CommitAsync(cancellationToken).ConfigureAwait(false);
        IsCommitted = true;
    }

    /// <summary>Takes back what was not committed.</summary>
    public void Discard() => _object.Discard();
}
