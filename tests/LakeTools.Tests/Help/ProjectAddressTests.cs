using System.Management.Automation.Language;
using System.Xml.Linq;
using LakeTools.Help;
using LakeTools.Help.Commands;
using LakeTools.Help.Output;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>What the public build says of the project: the manifest for the Gallery, and help for Get-Help -Online.</summary>
public sealed class ProjectAddressTests
{
    private const string Address = "https://example.org/owner/laketools";

    private static readonly string s_source = File.ReadAllText(Path.Combine(Repository.Root, "module", "LakeTools.psd1"));

    [Fact]
    public void The_manifest_names_page_icon_and_changes_of_its_version()
    {
        var facts = Gallery(ManifestFile.Text(s_source, "1.2.3", ProjectAddress.Parse(Address + "/", "1.2.3")));
        Assert.Equal(Address, facts["ProjectUri"]);
        Assert.Equal(Address + "/raw/v1.2.3/src/LakeTools.Package/icon.png", facts["IconUri"]);
        Assert.Equal(Address + "/blob/v1.2.3/CHANGELOG.md", facts["ReleaseNotes"]);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "src", "LakeTools.Package", "icon.png")));
    }

    [Fact]
    public void A_build_without_an_address_names_none()
    {
        var facts = Gallery(ManifestFile.Text(s_source, "1.2.3", ProjectAddress.Parse("", "1.2.3")));
        Assert.Equal(["LicenseUri", "ReleaseNotes", "Tags"], facts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Both_modules_have_one_version()
    {
        var engine = File.ReadAllText(Path.Combine(Repository.Root, "src", "LakeTools.Query", "LakeTools.Query.psd1.in"));
        Assert.All([s_source, engine], manifest =>
            Assert.Equal("1.2.3", Table(ManifestFile.Text(manifest, "1.2.3", null))["ModuleVersion"]));
    }

    [Theory]
    [InlineData("example.org/owner/laketools")]
    [InlineData("http://example.org/owner/laketools")]
    [InlineData("https://example.org/o'wner")]
    public void An_address_that_is_not_one_ends_the_build(string address) =>
        Assert.Throws<FormatException>(() => ProjectAddress.Parse(address, "1.2.3"));

    [Theory]
    [InlineData(Address, Address + "/blob/v1.2.3/docs/Grant-LakePermission.md")]
    [InlineData("", null)]
    public void Help_names_the_page_of_its_version(string address, string? expected)
    {
        var page = CmdletPageReader.Read(Path.Combine(Repository.Root, "docs", "Grant-LakePermission.md"));
        var command = new CommandShape(page.Name, [], [ParameterShape.AllSets], [], false);
        var common = CommonParameters.Read(Path.Combine(Repository.Root, "docs"));
        XNamespace maml = "http://schemas.microsoft.com/maml/2004/10";
        var help = MamlWriter.Write([(command, page)], common, ProjectAddress.Parse(address, "1.2.3"));
        Assert.Equal(expected, help.Descendants(maml + "navigationLink").Elements(maml + "uri").SingleOrDefault()?.Value);
    }

    private static Dictionary<string, object?> Gallery(string manifest) =>
        Children(Children(Table(manifest)["PrivateData"])["PSData"]);

    private static Dictionary<string, object?> Table(string manifest) => Children(Value(Parser.ParseInput(manifest, out _, out _)));

    private static object? Value(ScriptBlockAst script) => script.Find(ast => ast is HashtableAst, true)!.SafeGetValue();

    private static Dictionary<string, object?> Children(object? table) => ((System.Collections.Hashtable)table!)
        .Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => entry.Value);
}
