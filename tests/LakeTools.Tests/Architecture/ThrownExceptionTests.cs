using System.Text.RegularExpressions;

namespace LakeTools.Tests.Architecture;

/// <summary>
/// What Core and the cmdlets throw has an id: it is made by Fault, or of a type that the same code catches and makes an error of. All else
/// that comes out of a body, as from a library, gets the id Unexpected in AsyncCmdlet.
/// </summary>
public sealed class ThrownExceptionTests
{
    /// <summary>Types that users never meet as they are, and why.</summary>
    private static readonly Dictionary<string, string> s_allowed = new()
    {
        ["PipelineStoppedException"] = "the engine's",
        ["ArgumentTransformationMetadataException"] = "the engine's: what a parameter cannot be",
        ["NotSupportedException"] = "members of streams that nothing calls",
        ["EndOfStreamException"] = "an IOException, which SdkErrors translates",
        ["QueryException"] = "the reason of a query that failed, which the embedded lake answers",
        ["FormatException"] = "names that are known to be right",
    };

    private static readonly IReadOnlyList<(string File, string Text)> s_code =
    [
        .. ((string[])["src/LakeTools.Rules", "src/LakeTools.Core", "src/LakeTools.Cmdlets"])
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(file => (file, File.ReadAllText(Path.Combine(Repository.Root, file)))),
    ];

    [Fact]
    public void What_is_thrown_has_an_id_or_is_caught()
    {
        var thrown = s_code.SelectMany(code =>
            Regex.Matches(code.Text, @"\bthrow new ([\w.]+)\(").Select(match => (code.File, Type: match.Groups[1].Value.Split('.')[^1])))
            .Where(each => !s_allowed.ContainsKey(each.Type)).ToLookup(each => each.Type, each => each.File);
        Assert.NotEmpty(thrown);
        foreach (var type in thrown)
            Assert.True(IsCaught(type.Key), $"{type.Key} is thrown by {string.Join(", ", type.Distinct())} and caught nowhere: "
                + "throw an error of errors.txt, Fault.X(...).");
    }

    /// <summary>An error has the text and the category of errors.txt: nobody but Fault, and LakeException itself, makes one.</summary>
    [Fact]
    public void An_error_is_made_by_its_name() => Assert.DoesNotContain(s_code, code =>
        Regex.IsMatch(code.Text, @"new LakeException\(|\bnew\([^;]*LakeErrorCategory\."));

    private static bool IsCaught(string type) => s_code.Any(code =>
        Regex.IsMatch(code.Text, $@"catch \({type}\b|\b(?:is|or) {type}\b"));
}
