using System.Text.RegularExpressions;

namespace LakeTools.Help.Output;

/// <summary>Writes a module's manifest with the version of LakeTools, and with the Gallery's facts about the project.</summary>
internal static partial class ManifestFile
{
    /// <summary>The version that a manifest of the repository states.</summary>
    /// <param name="manifest">The manifest's text.</param>
    /// <exception cref="FormatException">It states none.</exception>
    public static string VersionOf(string manifest) => Version().Match(manifest) is { Success: true } found
        ? found.Groups["version"].Value
        : throw new FormatException("The manifest has no ModuleVersion.");

    /// <summary>Writes the manifest where it differs from what is there.</summary>
    /// <param name="source">The manifest in the repository.</param>
    /// <param name="output">The manifest of the built module.</param>
    /// <param name="version">The version of LakeTools, which both of its modules have.</param>
    /// <param name="project">The project's address. Null if it is not known.</param>
    public static void Write(string source, string output, string version, ProjectAddress? project)
    {
        var text = Text(File.ReadAllText(source), version, project);
        if (!File.Exists(output) || File.ReadAllText(output) != text) File.WriteAllText(output, text);
    }

    /// <summary>The manifest's text.</summary>
    /// <param name="manifest">The text in the repository, in which LicenseUri stands on a line of its own.</param>
    /// <param name="version">The version of LakeTools.</param>
    /// <param name="project">The project's address. Null if it is not known.</param>
    /// <exception cref="FormatException">There is no such line.</exception>
    public static string Text(string manifest, string version, ProjectAddress? project)
    {
        var text = Version().Replace(manifest, $"${{name}}'{version}'");
        if (License().Match(text) is not { Success: true } license)
            throw new FormatException("The manifest has no LicenseUri on a line of its own.");
        List<(string Name, string Value)> facts =
            [("ReleaseNotes", project?.Changes ?? "CHANGELOG.md in the folder of the module LakeTools")];
        if (project is not null) facts.AddRange([("ProjectUri", project.Page), ("IconUri", project.Icon)]);
        var lines = facts.Select(fact => $"{license.Groups["indent"].Value}{fact.Name} = '{fact.Value}'\n");
        return text.Insert(license.Index + license.Length, string.Concat(lines));
    }

    [GeneratedRegex(@"^(?<indent> +)LicenseUri *=.*\n", RegexOptions.Multiline)]
    private static partial Regex License();

    [GeneratedRegex(@"(?<name>ModuleVersion\s*=\s*)'(?<version>[^']*)'")]
    private static partial Regex Version();
}
