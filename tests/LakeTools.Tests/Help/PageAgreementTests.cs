using System.Text.RegularExpressions;
using System.Xml.Linq;
using LakeTools.Help.Commands;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>What a page says beside its parameters agrees with the code: the syntax that people read, and the ids of errors.</summary>
public sealed partial class PageAgreementTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, CommandShape>> s_commands = new(() =>
        CommandReader.Read(Path.Combine(Repository.Module, "bin/LakeTools.Cmdlets.dll")).ToDictionary(command => command.Name));

    public static TheoryData<string> Commands => new(s_commands.Value.Keys);

    [Theory]
    [MemberData(nameof(Commands))]
    public void TheSyntaxNamesEveryParameterAndNoOther(string name)
    {
        var command = s_commands.Value[name];
        var page = CmdletPageReader.Read(Path.Combine(Repository.Root, "docs", name + ".md"));
        var named = Named().Matches(string.Join('\n', page.Syntax.Lines).Replace(name, "", StringComparison.Ordinal))
            .Select(match => match.Value).ToHashSet();
        Assert.DoesNotContain(command.Parameters, parameter => !parameter.IsHidden && !named.Contains(parameter.Name));
        Assert.DoesNotContain(named, parameter => command.Parameters.All(known => known.Name != parameter));
    }

    /// <summary>The reverse of what ErrorTextTests hold: a page promises no id that is never thrown.</summary>
    [Fact]
    public void EveryIdOfAPageIsThere()
    {
        var known = XDocument.Load(Path.Combine(Repository.Root, "src/LakeTools.Core/Errors/Errors.resx")).Root!.Elements("data")
            .Select(entry => entry.Attribute("name")!.Value).ToHashSet();
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories);
        var unknown = pages.SelectMany(page => Id().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value)
            .Where(id => !known.Contains(id)).Select(id => $"{Path.GetFileName(page)}: {id}"));
        Assert.Empty(unknown);
    }

    [GeneratedRegex(@"(?<=(?<![\w-])-)[A-Z]\w*")]
    private static partial Regex Named();

    /// <summary>An id in a table of errors.</summary>
    [GeneratedRegex(@"(?m)^\| `LakeTools\.(\w+)` \|")]
    private static partial Regex Id();
}
