using System.Runtime.InteropServices;

namespace LakeTools.Local.Store;

/// <summary>Writes to the disk what a folder holds. A file that was renamed has its new name after a power failure only then.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Writes the entries of a folder to the disk. On Windows the file system does it.</summary>
    /// <param name="folder">The folder.</param>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(folder, ReadOnly);
        if (handle < 0) return; // some file systems open no folders; they keep no order either
        Sync(handle);
        Close(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    private static extern int Close(int handle);
}
