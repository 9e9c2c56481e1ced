namespace LakeTools.Rules.Names;

/// <summary>Names that a file or folder can have on every system.</summary>
internal static class FileNames
{
    // Windows takes these for devices, whatever follows behind a dot ("Naming Files, Paths, and Namespaces").
    private static readonly HashSet<string> s_devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$",
        "COM0", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³",
        "LPT0", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
    };

    /// <summary>Returns whether Windows takes a name for a device, such as <c>NUL</c> or <c>con.yaml</c>.</summary>
    /// <param name="name">The name, without folders.</param>
    /// <returns>True for a device.</returns>
    public static bool IsDevice(string name) => s_devices.Contains(name.Split('.')[0].TrimEnd(' '));
}
