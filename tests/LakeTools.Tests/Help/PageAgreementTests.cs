using System.Text.RegularExpressions;
using LakeTools.Help.Commands;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>The syntax of a page, which people read, agrees with the code.</summary>
public sealed partial class PageAgreementTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, CommandShape>> s_commands = new(() =>
        CommandReader.Read(Path.Combine(Repository.Module, "bin/LakeTools.Cmdlets.dll")).ToDictionary(command => command.Name));

    public static TheoryData<string> Commands => new(s_commands.Value.Keys);

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_syntax_names_every_parameter_and_no_other(string name)
    {
        var command = s_commands.Value[name];
        var page = CmdletPageReader.Read(Path.Combine(Repository.Root, "docs", name + ".md"));
        var named = Named().Matches(string.Join('\n', page.Syntax.Lines).Replace(name, "", StringComparison.Ordinal))
            .Select(match => match.Value).ToHashSet();
        Assert.DoesNotContain(command.Parameters, parameter => !parameter.IsHidden && !named.Contains(parameter.Name));
        Assert.DoesNotContain(named, parameter => command.Parameters.All(known => known.Name != parameter));
    }

    [GeneratedRegex(@"(?<=(?<![\w-])-)[A-Z]\w*")]
    private static partial Regex Named();
}
