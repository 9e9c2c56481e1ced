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
        { "LakeTools.Core", ["LakeTools.Aws"] },
        { "LakeTools.Local", ["LakeTools.Core"] },
        { "LakeTools.Cmdlets", ["LakeTools.Core", "LakeTools.Local", "LakeTools.Aws"] },
    };

    [Theory]
    [MemberData(nameof(Arrows))]
    public void AnAssemblyKnowsOnlyWhatItMay(string assembly, string[] allowed)
    {
        var ours = References(Path.Combine(s_bin, assembly + ".dll")).Where(name => name.StartsWith("LakeTools", StringComparison.Ordinal));
        Assert.All(ours, name => Assert.Contains(name, allowed));
    }

    [Theory]
    [InlineData("LakeTools.Core")]
    [InlineData("LakeTools.Local")]
    public void OnlyTheCmdletsKnowPowerShell(string assembly) =>
        Assert.DoesNotContain("System.Management.Automation", References(Path.Combine(s_bin, assembly + ".dll")));

    [Fact]
    public void TheAwsClientsKnowNothingOfLakeTools() =>
        Assert.DoesNotContain(
            References(Path.Combine(s_bin, "LakeTools.Aws.dll")),
            name => name.StartsWith("LakeTools", StringComparison.Ordinal));

    [Fact]
    public void TheLoaderKnowsNothingOfOurs()
    {
        Assert.DoesNotContain(References(Path.Combine(Repository.Module, "LakeTools.dll")), IsOurs);

        static bool IsOurs(string name) => name.StartsWith("LakeTools", StringComparison.Ordinal);
    }

    [Fact]
    public void TheEmbeddedLakeKnowsOfCoreOnlyTheRules()
    {
        var used = TypeReferences(Path.Combine(s_bin, "LakeTools.Local.dll"), "LakeTools.Core").ToList();
        Assert.NotEmpty(used);
        Assert.All(used, space => Assert.StartsWith("LakeTools.Core.Permissions", space, StringComparison.Ordinal));
    }

    private static List<string> References(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        var metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static List<string> TypeReferences(string file, string assembly)
    {
        using var reader = new PEReader(File.OpenRead(file));
        var metadata = reader.GetMetadataReader();
        var spaces = new List<string>();
        foreach (var handle in metadata.TypeReferences)
        {
            var type = metadata.GetTypeReference(handle);
            if (type.ResolutionScope.Kind != HandleKind.AssemblyReference) continue;
            var scope = metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
            if (metadata.GetString(scope.Name) == assembly) spaces.Add(metadata.GetString(type.Namespace));
        }

        return spaces;
    }
}
