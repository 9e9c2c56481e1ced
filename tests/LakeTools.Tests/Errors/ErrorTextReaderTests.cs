extern alias Generator;

using Generator::LakeTools.Generator.Errors;

namespace LakeTools.Tests.Errors;

/// <summary>What the build makes of errors.txt, and what it says where that is wrong.</summary>
public sealed class ErrorTextReaderTests
{
    [Fact]
    public void An_error_is_read_with_its_places_and_its_lines_joined()
    {
        var error = Assert.Single(ErrorTextReader.Parse(
            ["# head", "", "TagNotFound(target, tag): NotFound, ends the pipeline", "  No tag '{tag}'.", "  Make {tag}: @{ a = 'b' }."],
            "errors.txt"));
        Assert.Equal(
            ("TagNotFound", "target, tag", "NotFound", true, "No tag '{tag}'. Make {tag}: @{ a = 'b' }."),
            (error.Id, string.Join(", ", error.Places), error.Category, error.EndsPipeline, error.Text));
    }

    /// <summary>Each with the line that the message names, and a word of what is wrong.</summary>
    public static TheoryData<int, string, string> Wrong => new()
    {
        { 1, "'Id(place, place): Category'", "TagNotFound" },
        { 1, "'Id(place, place): Category'", "TagNotFound(Tag): NotFound\n  {Tag}" },
        { 1, "'Id(place, place): Category'", "TagNotFound(tag): NotFound, ends\n  {tag}" },
        { 3, "'Id(place, place): Category'", "TagNotFound(tag): NotFound\n  {tag}\n one space" },
        { 1, "has no text", "TagNotFound: NotFound" },
        { 1, "has no text", "TagNotFound: NotFound\n\n  late" },
        { 1, "the place {tga} in its text, and its head names tag", "TagNotFound(tag): NotFound\n  {tag} {tga}" },
        { 1, "the place {0} in its text, and its head names none", "TagNotFound: NotFound\n  {0}" },
        { 1, "the place {target} in its text", "TagNotFound(target): NotFound\n  {target}" },
        { 1, "the place 'tag' in its head", "TagNotFound(tag): NotFound\n  No tag." },
        { 1, "the place 'tag' twice", "TagNotFound(tag, tag): NotFound\n  {tag}" },
        { 1, "the place 'target', which always comes first", "TagNotFound(tag, target): NotFound\n  {tag}" },
        { 1, "the last parameter", "TagNotFound(inner): NotFound\n  {inner}" },
        { 1, "a brace", "TagNotFound(tag): NotFound\n  {tag} { tag }" },
        { 1, "a brace", "TagNotFound(tag): NotFound\n  {tag}}" },
        { 1, "a brace", "TagNotFound(tag): NotFound\n  @{ {tag}" },
        { 3, "sorted", "TagNotFound: NotFound\n  No tag.\nTagExists: Exists\n  A tag." },
        { 4, "sorted", "TagNotFound: NotFound\n  No tag.\n\nTagNotFound: NotFound\n  No tag." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_with_its_line(int line, string problem, string text)
    {
        var error = Assert.Throws<FormatException>(() => ErrorTextReader.Parse(text.Split('\n'), "errors.txt"));
        Assert.StartsWith($"errors.txt({line}): error LAKE1: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }
}
