using System.Text.RegularExpressions;
using Xunit;

namespace LakeTools.Tests.Architecture;

/// <summary>What every import of the module runs.</summary>
public sealed partial class ModuleScriptTests
{
    /// <summary>
    /// PowerShell looks for a type that a script names in all assemblies, those that nobody needed before included: one name takes as long
    /// as the rest of the script.
    /// </summary>
    [Theory]
    [InlineData("LakeTools.psm1")]
    [InlineData("LakeTools.Extension/LakeTools.Extension.psm1")]
    public void Names_no_type(string script)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "module", script)).Where(line => !line.TrimStart().StartsWith('#'));
        Assert.Empty(TypeName().Matches(string.Join('\n', lines)).Select(match => match.Value).Except(["[CmdletBinding("]));
    }

    [GeneratedRegex(@"\[[A-Za-z][\w.]*[\](]")]
    private static partial Regex TypeName();
}
