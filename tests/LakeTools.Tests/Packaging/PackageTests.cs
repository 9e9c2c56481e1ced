using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Packaging;

/// <summary>
/// The package that <c>dotnet pack src/LakeTools.Package</c> made. Without one the cases are skipped, unless
/// LAKETOOLS_REQUIRE_PACKAGE is 1, as it is in CI.
/// </summary>
public sealed partial class PackageTests
{
    private static readonly string s_manifest = File.ReadAllText(Path.Combine(Repository.Root, "module", "LakeTools.psd1"));

    /// <summary>A package of more than this (bytes) has something in it that nobody meant to ship.</summary>
    private const long MostBytes = 40_000_000;

    [Fact]
    public void Says_what_the_manifest_says()
    {
        using var package = Open();
        var metadata = Nuspec(package);
        Assert.Equal("LakeTools", metadata["id"]);
        Assert.Equal(ManifestValue("ModuleVersion"), metadata["version"]);
        Assert.Equal(ManifestValue("Description").Replace(';', ','), metadata["description"]);
        Assert.Equal("Apache-2.0", metadata["license"]);
        Assert.NotEmpty(metadata["releaseNotes"]);

        // What Find-Module and Find-Command look for.
        var tags = metadata["tags"].Split(' ');
        Assert.Contains("PSModule", tags);
        Assert.Contains("PSEdition_Core", tags);
        Assert.Contains("PSCommand_Grant-LakePermission", tags);
        Assert.Equal(tags.Count(tag => tag.StartsWith("PSCmdlet_", StringComparison.Ordinal)),
            tags.Count(tag => tag.StartsWith("PSCommand_", StringComparison.Ordinal)));
    }

    [Fact]
    public void Has_the_module_at_its_root_and_nothing_that_users_do_not_need()
    {
        using var package = Open();
        var names = package.Entries.Select(entry => entry.FullName).ToList();
        string[] needed =
        [
            "LakeTools.psd1", "LakeTools.psm1", "LakeTools.Loader.dll",
            "LICENSE", "THIRD-PARTY-NOTICES.md", "CHANGELOG.md", "README.md", "icon.png",
            "bin/LakeTools.Cmdlets.dll", "en-US/LakeTools.Cmdlets.dll-Help.xml", "en-US/about_LakeTools.help.txt",
        ];
        Assert.All(needed, expected => Assert.Contains(expected, names));
        Assert.DoesNotContain(names, name =>
            name.EndsWith(".pdb", StringComparison.Ordinal) || name.EndsWith("System.Management.Automation.dll", StringComparison.Ordinal));
        Assert.InRange(new FileInfo(PackagePath()).Length, 1, MostBytes);
    }

    [Fact]
    public void Is_compiled_ahead_for_the_common_platforms_and_runs_on_all()
    {
        using var package = Open();
        var names = package.Entries.Select(entry => entry.FullName).ToHashSet();
        foreach (var platform in (string[])["win-x64", "linux-x64"]) Assert.Contains($"bin/ahead/{platform}/LakeTools.Core.dll", names);

        // Whatever is compiled ahead is there for the other platforms too.
        foreach (var name in names.Where(name => name.StartsWith("bin/ahead/", StringComparison.Ordinal)))
            Assert.Contains("bin/" + name.Split('/')[^1], names);
    }

    [Fact]
    public void Names_the_licence_of_everything_that_it_brings()
    {
        using var package = Open();
        var notices = Read(package, "THIRD-PARTY-NOTICES.md");
        var ours = package.Entries.Where(entry => NotOurs().IsMatch(entry.FullName))
            .Select(entry => Path.GetFileNameWithoutExtension(entry.FullName)).ToHashSet();
        Assert.NotEmpty(ours);
        foreach (var name in ours) Assert.Contains($"`{name}`", notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Installed_it_is_found_by_name_and_works()
    {
        using var folder = new TemporaryFolder();
        var installed = Path.Combine(folder.Path, "modules", "LakeTools", ManifestValue("ModuleVersion"));
        using (var package = Open()) package.ExtractToDirectory(installed);

        var script = Path.Combine(folder.Path, "try.ps1");
        await File.WriteAllTextAsync(script, $$"""
            $env:PSModulePath = '{{Path.Combine(folder.Path, "modules")}}'
            $ErrorActionPreference = 'Stop'
            Import-Module LakeTools
            Connect-Lake -Local '{{Path.Combine(folder.Path, "lake")}}'
            (New-GlueDatabase sales).Name
            (Get-Module LakeTools).ModuleBase -eq '{{installed}}'
            """, TestContext.Current.CancellationToken);
        var end = await PwshProcess.RunAsync([script]);
        Assert.Equal(["sales", "True"], end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    private static ZipArchive Open() => ZipFile.OpenRead(PackagePath());

    private static string PackagePath()
    {
        var folder = Path.Combine(Repository.Root, "out", "package");
        var path = Path.Combine(folder, $"LakeTools.{ManifestValue("ModuleVersion")}.nupkg");
        if (File.Exists(path)) return path;
        const string Missing = "Nothing was packed: dotnet pack src/LakeTools.Package.";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PACKAGE") == "1", Missing);
        throw new InvalidOperationException(Missing);
    }

    private static Dictionary<string, string> Nuspec(ZipArchive package)
    {
        var metadata = XDocument.Parse(Read(package, "LakeTools.nuspec")).Root!.Elements()
            .Single(element => element.Name.LocalName == "metadata");
        return metadata.Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);
    }

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string ManifestValue(string name) => Regex.Match(s_manifest, name + @"\s*=\s*'([^']+)'").Groups[1].Value;

    [GeneratedRegex(@"^bin/(?!LakeTools\.)[^/]+\.dll$|^bin/runtimes/.*/[^/]+$")]
    private static partial Regex NotOurs();
}
