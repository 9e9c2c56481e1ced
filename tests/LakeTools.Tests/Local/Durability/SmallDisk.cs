namespace LakeTools.Tests.Local.Durability;

/// <summary>
/// Starts a program that may write no file beyond a size: to it the disk is full where a file would grow further. Whatever lies
/// in the file is kept, as on a full disk. Needs a POSIX shell.
/// </summary>
/// <param name="Bytes">The size, a multiple of 512.</param>
internal sealed record SmallDisk(int Bytes)
{
    // The unit of the shell's ulimit.
    private const int Block = 512;

    /// <summary>The shell; it makes the kernel's signal an error of the write instead.</summary>
    public IReadOnlyList<string> Command => ["sh", "-c", $"trap '' XFSZ; ulimit -f {Bytes / Block}; exec \"$@\"", "sh"];

    /// <summary>The runtime maps its compiled code through a file, which would count.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string> { ["DOTNET_EnableWriteXorExecute"] = "0" };
}
