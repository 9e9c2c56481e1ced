using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace LakeTools.Tests.Architecture;

/// <summary>Holds docs/architecture.md's arrows: who may know whom. Read from the built assemblies, so that nothing is missed.</summary>
public sealed class ProjectArrowTests
{
    private static readonly string s_bin = Path.Combine(Repository.Module, "bin");

    public static TheoryData<string, string[]> Arrows => new()
    {
        { "LakeTools.Rules", [] },
        { "LakeTools.Core", ["LakeTools.Rules", "LakeTools.Aws"] },
        { "LakeTools.Local", ["LakeTools.Rules"] },
        { "LakeTools.Cmdlets", ["LakeTools.Rules", "LakeTools.Core", "LakeTools.Local", "LakeTools.Aws"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void An_assembly_knows_only_what_it_may(string assembly, string[] allowed)
    {
        var ours = References(Path.Combine(s_bin, assembly + ".dll")).Where(name => name.StartsWith("LakeTools", StringComparison.Ordinal));
        Assert.All(ours, name => Assert.Contains(name, allowed));
    }

    [Theory]
    [InlineData("LakeTools.Core")]
    [InlineData("LakeTools.Local")]
    public void Only_the_cmdlets_know_PowerShell(string assembly) =>
        Assert.DoesNotContain("System.Management.Automation", References(Path.Combine(s_bin, assembly + ".dll")));

    [Fact]
    public void The_aws_clients_know_nothing_of_LakeTools() =>
        Assert.DoesNotContain(
            References(Path.Combine(s_bin, "LakeTools.Aws.dll")),
            name => name.StartsWith("LakeTools", StringComparison.Ordinal));

    [Fact]
    public void The_loader_knows_nothing_of_ours()
    {
        Assert.DoesNotContain(References(Path.Combine(Repository.Module, "LakeTools.Loader.dll")), IsOurs);

        static bool IsOurs(string name) => name.StartsWith("LakeTools", StringComparison.Ordinal);
    }

    /// <summary>The rules need the runtime and nothing else: no package, no AWS SDK, no PowerShell.</summary>
    [Fact]
    public void The_rules_know_only_the_runtime()
    {
        var references = References(Path.Combine(s_bin, "LakeTools.Rules.dll"));
        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.True(IsOfTheRuntime(name), $"LakeTools.Rules knows {name}, which is not the runtime's."));

        // What the runtime has lies beside the assembly of object.
        static bool IsOfTheRuntime(string name) =>
            File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
    }

    private static List<string> References(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
