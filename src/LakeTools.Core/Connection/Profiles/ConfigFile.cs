using System.Diagnostics.CodeAnalysis;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Connection.Profiles;

/// <summary>
/// A config or credentials file of the AWS tools, read by the rules of the AWS CLI and boto3: settings with <c>=</c> or <c>:</c>, comments
/// only on lines of their own and behind a section's name, and deeper lines that continue a value. The SDK's reader drops profiles, or
/// fails, where those tools read the file.
/// </summary>
internal sealed class ConfigFile
{
    private readonly Dictionary<string, Dictionary<string, string>> _sections = new(StringComparer.Ordinal);
    private readonly string _path;

    private ConfigFile(string path) => _path = path;

    /// <summary>Reads a file. One that does not exist has no sections.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="LakeException"><c>ProfileFileInvalid</c>.</exception>
    public static ConfigFile Read(string path)
    {
        var file = new ConfigFile(path);
        if (File.Exists(path)) file.Parse(File.ReadAllLines(path));
        return file;
    }

    /// <summary>The names of the sections of a kind, such as <c>profile</c>; null for sections without a kind.</summary>
    public IEnumerable<string> Names(string? kind) =>
        _sections.Keys.Select(header => NameOf(header, kind)).OfType<string>();

    /// <summary>The settings of a section of a kind.</summary>
    public bool TryGet(string? kind, string name, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? settings)
    {
        var header = _sections.Keys.FirstOrDefault(header => NameOf(header, kind) == name);
        settings = header is null ? null : _sections[header];
        return settings is not null;
    }

    /// <summary>The settings of a value that consists of indented lines.</summary>
    /// <exception cref="LakeException"><c>ProfileFileInvalid</c>.</exception>
    public Dictionary<string, string> Nested(string setting, string value)
    {
        var nested = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var end = line.IndexOf('=', StringComparison.Ordinal);
            if (end < 1) throw Invalid($"a line below '{setting}' is not a setting 'key = value'");
            nested[line[..end].TrimEnd()] = line[(end + 1)..].TrimStart();
        }

        return nested;
    }

    // A profile may be quoted, if its name has blanks.
    private static string? NameOf(string header, string? kind)
    {
        if (kind is null) return header;
        if (!header.StartsWith(kind, StringComparison.Ordinal) || header.Length == kind.Length || !char.IsWhiteSpace(header[kind.Length]))
            return null;
        var name = header[kind.Length..].Trim();
        return name.Length > 2 && name[0] is '"' or '\'' && name[^1] == name[0] ? name[1..^1] : name;
    }

    private void Parse(string[] lines)
    {
        Dictionary<string, string>? section = null;
        string? key = null;
        var indent = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] is '#' or ';') continue;
            var depth = lines[i].Length - lines[i].TrimStart().Length;
            if (section is not null && key is not null && depth > indent)
            {
                section[key] += $"\n{line}";
                continue;
            }

            indent = depth;
            if (line[0] == '[')
            {
                section = Section(line, i + 1);
                key = null;
                continue;
            }

            // The line itself is not shown, for it may be a secret.
            var end = line.AsSpan().IndexOfAny('=', ':');
            if (section is null) throw Invalid($"line {i + 1} is before the first section");
            if (end < 1) throw Invalid($"line {i + 1} is not a section '[name]' or a setting 'key = value'");
            key = line[..end].TrimEnd().ToLowerInvariant();
            if (!section.TryAdd(key, line[(end + 1)..].TrimStart())) throw Invalid($"line {i + 1} sets '{key}' again in its section");
        }
    }

    private Dictionary<string, string> Section(string line, int number)
    {
        var end = line.IndexOf(']', StringComparison.Ordinal);
        var header = end < 0 ? "" : line[1..end].Trim();
        if (header.Length == 0) throw Invalid($"line {number} is not a section '[name]'");
        var section = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_sections.TryAdd(header, section)) throw Invalid($"line {number} begins the section '[{header}]' again");
        return section;
    }

    private LakeException Invalid(string reason) => Fault.ProfileFileInvalid(_path, reason);
}
