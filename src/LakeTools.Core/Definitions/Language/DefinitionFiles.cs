using System.Text;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Language;

/// <summary>
/// Reads the files of a definition. A definition may come from a stranger, in a pull request. Its includes must be below the folder
/// of its first file, so no other file of the machine is read.
/// </summary>
/// <param name="first">The first file, chosen by the user.</param>
/// <param name="extensions">The file extensions of definitions, with their dots.</param>
internal sealed class DefinitionFiles(string first, IReadOnlyCollection<string> extensions)
{
    /// <summary>The maximum size of a definition's file, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Returns whether two full paths name the same file.</summary>
    public static StringComparer Names { get; } = OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    // Opening a pipe or a device may block.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetDirectoryName(Path.GetFullPath(first))!);

    /// <summary>Finds the file of an include. Files outside the folder are not accessed.</summary>
    /// <param name="include">The text in the definition.</param>
    /// <param name="by">The full path of the file with the include.</param>
    /// <returns>The full path.</returns>
    /// <exception cref="LakeException"><c>DefinitionIncludeRefused</c>.</exception>
    public string Find(string include, string by)
    {
        if (include.Length == 0 || include.Contains('\0', StringComparison.Ordinal))
            throw Fault.DefinitionIncludeRefused(include, "it does not name a file");
        var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(by)!, include));
        var below = Path.GetRelativePath(_folder, full);
        if (Path.IsPathRooted(below) || below.Split(Path.DirectorySeparatorChar)[0] is ".." or ".")
            throw Fault.DefinitionIncludeRefused(include, "it is not below the folder of the definition's first file");
        if (!extensions.Contains(Path.GetExtension(full), StringComparer.OrdinalIgnoreCase))
            throw Fault.DefinitionIncludeRefused(include, $"the name does not end with {string.Join(", ", extensions)}");
        var path = _folder;
        foreach (var part in below.Split(Path.DirectorySeparatorChar))
        {
            if (FileNames.IsDevice(part)) throw Fault.DefinitionIncludeRefused(include, $"'{part}' is the name of a device");
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null) throw Fault.DefinitionIncludeRefused(include, $"'{part}' is a link");
        }

        return full;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="IOException">It cannot be read, is not a regular file, or is larger than 16 MB.</exception>
    /// <exception cref="DefinitionSyntaxException">It is not text.</exception>
    public static string Read(string path) => Read(path, MaxBytes);

    /// <summary>Reads a file of another size.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">Its maximum size in bytes.</param>
    /// <returns>Its text.</returns>
    /// <exception cref="IOException">It cannot be read, is not a regular file, or is too large.</exception>
    /// <exception cref="DefinitionSyntaxException">It is not text.</exception>
    public static string Read(string path, long most)
    {
        var opening = Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));
        if (!((IAsyncResult)opening).AsyncWaitHandle.WaitOne(s_patience)) throw NoFile(path);
        using var stream = opening.GetAwaiter().GetResult();
        if (!stream.CanSeek) throw NoFile(path);
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(block)) > 0)
        {
            bytes.Write(block, 0, read);
            if (bytes.Length > most)
                throw new IOException($"'{path}' is larger than {most / (1024 * 1024)} MB, the maximum size.");
        }

        return Text(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), path);
    }

    // A replacement character in a name, a condition or a row filter would mean something else.
    private static string Text(ReadOnlySpan<byte> bytes, string path)
    {
        var (encoding, mark) = TextEncoding.Detect(bytes[..Math.Min(4, bytes.Length)], given: null);
        try
        {
            var text = encoding.GetString(bytes[mark..]);

            // The reader of YAML ends a line at it, and does not read the rest.
            if (text.IndexOf('\0', StringComparison.Ordinal) is var nul and >= 0)
                throw new DefinitionSyntaxException(Place(text[..nul], path), "It has the character U+0000 here. Remove it.");
            return text;
        }
        catch (DecoderFallbackException error)
        {
            var before = encoding.GetString(bytes[mark..].ToArray(), 0, Math.Max(0, error.Index));
            throw new DefinitionSyntaxException(Place(before, path), "It is not UTF-8 from here on. Save the file as UTF-8.");
        }
    }

    private static DefinitionPlace Place(string before, string path) =>
        new(path, before.Count(sign => sign == '\n') + 1, before.Length - before.LastIndexOf('\n'));

    private static IOException NoFile(string path) => new($"'{path}' is not a regular file.");
}
