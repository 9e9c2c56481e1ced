namespace LakeTools.Local.Store;

/// <summary>
/// Makes the lake's files and folders so that their owner alone reads and writes them (0600 and 0700; on Windows as their folder has it).
/// Existing items are not changed.
/// </summary>
internal static class OwnFiles
{
    private const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode0700 = FileMode0600 | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none.</summary>
    public static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, FolderMode0700);
    }

    /// <summary>Makes a file and opens it for the caller alone.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="mode">The treatment of an existing file.</param>
    /// <param name="access">The access to the file.</param>
    /// <param name="bufferSize">The stream's buffer; 0 or 1 for none.</param>
    /// <param name="options">As of a FileStream.</param>
    public static FileStream Make(
        string path,
        FileMode mode = FileMode.CreateNew,
        FileAccess access = FileAccess.Write,
        int bufferSize = 4096,
        FileOptions options = FileOptions.None)
    {
        var how = new FileStreamOptions
        {
            Mode = mode,
            Access = access,
            Share = FileShare.None,
            BufferSize = bufferSize,
            Options = options,
        };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = FileMode0600;
        return new FileStream(path, how);
    }
}
