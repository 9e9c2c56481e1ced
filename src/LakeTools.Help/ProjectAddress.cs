namespace LakeTools.Help;

/// <summary>The address of the project on the web. Only the publishing build has it. A build of a clone has none.</summary>
internal sealed class ProjectAddress
{
    private readonly string _root;
    private readonly string _version;

    private ProjectAddress(string root, string version)
    {
        _root = root;
        _version = version;
    }

    /// <summary>The project's page.</summary>
    public string Page => _root;

    /// <summary>The icon, as an image.</summary>
    public string Icon => $"{_root}/raw/v{_version}/src/LakeTools.Package/icon.png";

    /// <summary>The changes of this version.</summary>
    public string Changes => File("CHANGELOG.md");

    /// <summary>The address. Null if the build has none.</summary>
    /// <param name="text">Such as https://example.org/owner/laketools; empty for none.</param>
    /// <param name="version">The module's version, whose tag is v and the version.</param>
    /// <exception cref="FormatException">It is not an https address.</exception>
    public static ProjectAddress? Parse(string text, string version)
    {
        if (text.Length == 0) return null;
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
        if (!isAddress || text.Contains('\'', StringComparison.Ordinal))
        {
            throw new FormatException(
                $"The project's address '{text}' is not an https address, such as https://example.org/owner/laketools.");
        }

        return new ProjectAddress(text.TrimEnd('/'), version);
    }

    /// <summary>A file of the repository, in this version.</summary>
    /// <param name="path">Its path from the root, with slashes.</param>
    public string File(string path) => $"{_root}/blob/v{_version}/{path}";
}
