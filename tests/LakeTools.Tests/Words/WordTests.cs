using System.Text.RegularExpressions;

namespace LakeTools.Tests.Words;

/// <summary>
/// Plain words: the terms of words.txt are nowhere in README, docs, help, errors, the report and the changelog. An example's title names
/// its task, and an example that removes something makes its own connection and previews the removal.
/// </summary>
public sealed partial class WordTests
{
    private static readonly ILookup<string, (Regex Wrong, string Right)> s_words = ReadWords();

    // The embedded lake also repeats texts of AWS, which are not ours.
    private static readonly string[] s_messages = ["src/LakeTools.Cmdlets/", "src/LakeTools.Core/", "src/LakeTools.Rules/",
        "src/LakeTools.Query/"];

    public static TheoryData<string> Pages => new(MarkdownFiles("*.md").Where(file => !IsJapanese(file)));

    public static TheoryData<string> JapanesePages => new(MarkdownFiles("*.md").Where(IsJapanese));

    public static TheoryData<string> CommandPages => new(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*-*.md")
        .Where(file => char.IsUpper(Path.GetFileName(file)[0])).Select(file => Path.GetRelativePath(Repository.Root, file)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_is_in_plain_words(string page) => AssertPlain("English", page, Prose(Lines(page)));

    [Theory]
    [MemberData(nameof(JapanesePages))]
    public void A_Japanese_page_is_in_plain_words(string page) => AssertPlain("Japanese", page, Prose(Lines(page)));

    [Fact]
    public void Errors_are_in_plain_words() => AssertPlain("English", "errors.txt", Lines("src/LakeTools.Rules/Errors/errors.txt")
        .Select((line, index) => (index + 1, line)));

    [Fact]
    public void The_report_is_in_plain_words() => AssertPlain("English", "report.js", Lines("src/LakeTools.Core/Reports/report.js")
        .SelectMany((line, index) => Literal().Matches(line).Select(text => (index + 1, text.Value))));

    [Fact]
    public void Help_texts_of_cmdlets_are_in_plain_words() => Assert.All(
        Directory.GetFiles(Path.Combine(Repository.Root, "src/LakeTools.Cmdlets"), "*Command.cs", SearchOption.AllDirectories),
        file => AssertPlain("English", Path.GetFileName(file), File.ReadLines(file).Select((line, index) => (index + 1, line))
            .Where(line => line.line.TrimStart().StartsWith("///", StringComparison.Ordinal))));

    /// <summary>Comments are read by the next maintainer, and texts are shown to users: both are in plain words.</summary>
    [Fact]
    public void Code_is_in_plain_words() => Assert.All(CodeFiles(), file => AssertPlain("Code", file, Lines(file)
        .Select((line, index) => (index + 1, NotProse().Replace(line, "`")))));

    /// <summary>What the cmdlets and the rules say in errors, warnings, prompts and plans.</summary>
    [Fact]
    public void Messages_are_in_plain_words() => Assert.All(
        CodeFiles().Where(file => s_messages.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))),
        file => AssertPlain("English", file, Lines(file).SelectMany((line, index) => IsComment(line) ? [] : Message().Matches(line)
            .Where(text => text.Value.Count(sign => sign == ' ') > 1).Select(text => (index + 1, text.Value)))));

    /// <summary>'One', 'All' and the like name no task: a title begins with what one does, and has a noun.</summary>
    [Theory]
    [MemberData(nameof(CommandPages))]
    public void Titles_of_examples_name_the_task(string page) => Assert.All(Examples(page), example =>
    {
        var words = example.Title.Split(' ');
        Assert.True(words.Length >= 3 && !NotATask().IsMatch(example.Title), $"{page}: '{example.Title}'");
    });

    [Theory]
    [MemberData(nameof(CommandPages))]
    public void An_example_that_removes_names_its_connection_and_previews(string page)
    {
        if (!Removing().IsMatch(Path.GetFileNameWithoutExtension(page) + " ")) return;
        Assert.All(Examples(page), example =>
        {
            Assert.True(
                example.Code[0].Contains("-Local", StringComparison.Ordinal),
                $"{page}: '{example.Title}' begins with Connect-Lake -Local.");
            var preview = example.Code.FindIndex(line => line.Contains("-WhatIf", StringComparison.Ordinal));
            var removal = example.Code.FindIndex(line => Removing().IsMatch(line) && !line.Contains("-WhatIf", StringComparison.Ordinal));
            Assert.True(
                preview >= 0 && (removal < 0 || preview < removal), $"{page}: '{example.Title}' shows -WhatIf before it removes.");
        });
    }

    /// <summary>Whatever a page is about, an example that removes something cannot reach an account of the reader.</summary>
    [Theory]
    [MemberData(nameof(CommandPages))]
    public void An_example_that_removes_is_local(string page) => Assert.All(
        Examples(page).Where(example => example.Code.Exists(line => Removing().IsMatch(line + " ")
            && !line.Contains("-WhatIf", StringComparison.Ordinal))),
        example => Assert.Contains("-Local", example.Code[0], StringComparison.Ordinal));

    private static void AssertPlain(string language, string file, IEnumerable<(int Number, string Text)> lines)
    {
        var found = lines.SelectMany(line => s_words[language].Select(word => (line.Number, Hit: word.Wrong.Match(line.Text), word.Right))
            .Where(hit => hit.Hit.Success)).Select(hit => $"{file}:{hit.Number}: '{hit.Hit.Value}': write {hit.Right}").ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    /// <summary>The lines without code, inline code and the targets of links.</summary>
    private static IEnumerable<(int Number, string Text)> Prose(IEnumerable<string> lines)
    {
        var (number, isCode) = (0, false);
        foreach (var line in lines)
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (!isCode) yield return (number, NotProse().Replace(line, "`"));
        }
    }

    private static List<(string Title, List<string> Code)> Examples(string page)
    {
        var (examples, isAfter, isCode) = (new List<(string Title, List<string> Code)>(), false, false);
        foreach (var line in Lines(page))
        {
            if (line == "## Examples") isAfter = true;
            else if (!isAfter) continue;
            else if (line.StartsWith("```", StringComparison.Ordinal)) isCode = !isCode;
            else if (isCode) examples[^1].Code.Add(line);
            else if (line.StartsWith("### ", StringComparison.Ordinal)) examples.Add((line[4..], []));
        }

        return examples;
    }

    private static IEnumerable<string> MarkdownFiles(string pattern) =>
        Directory.GetFiles(Repository.Root, pattern).Concat(
            Directory.GetFiles(Path.Combine(Repository.Root, "docs"), pattern, SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            // The words of others' licences are theirs.
            .Where(file => file != "THIRD-PARTY-NOTICES.md");

    private static IEnumerable<string> CodeFiles() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(part => part is "obj" or "bin"));

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    private static bool IsJapanese(string file) =>
        file.EndsWith(".ja.md", StringComparison.Ordinal) || file.Split(Path.DirectorySeparatorChar).Contains("ja");

    private static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Repository.Root, file));

    private static ILookup<string, (Regex Wrong, string Right)> ReadWords()
    {
        var language = "";
        var words = new List<(string Language, Regex Wrong, string Right)>();
        foreach (var line in Lines("tests/LakeTools.Tests/Words/words.txt"))
        {
            if (line.StartsWith('[')) language = line.Trim('[', ']');
            else if (line.Length > 0 && !line.StartsWith('#') && line.Split(" => ") is [var wrong, var right])
                words.Add((language, new Regex(wrong, RegexOptions.CultureInvariant), right));
        }

        return words.ToLookup(word => word.Language, word => (word.Wrong, word.Right));
    }

    [GeneratedRegex(@"`[^`]*`|\]\([^)]*\)")]
    private static partial Regex NotProse();

    [GeneratedRegex(@"'[^']*'")]
    private static partial Regex Literal();

    [GeneratedRegex("""
        "([^"\\]|\\.)*"
        """)]
    private static partial Regex Message();

    [GeneratedRegex(
        "^(One|All|Both|Some|Many|None|Off|On|Only|With|Without|By|Of|Those|What|Who|Which|Whether|Another|An?|The|Each|Every) ")]
    private static partial Regex NotATask();

    [GeneratedRegex(@"\b(Remove-(Lake|Glue)\w+|Revoke-LakePermission|Unregister-LakeLocation) ")]
    private static partial Regex Removing();
}
