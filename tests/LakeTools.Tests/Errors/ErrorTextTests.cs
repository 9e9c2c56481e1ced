extern alias Generator;

using System.Text.RegularExpressions;
using LakeTools.Rules.Errors;
using Generator::LakeTools.Generator.Errors;

namespace LakeTools.Tests.Errors;

/// <summary>Every error of errors.txt is thrown somewhere, and on a page where a user finds it, with the category that it has.</summary>
public sealed partial class ErrorTextTests
{
    private static readonly IReadOnlyList<ErrorText> s_errors =
        ErrorTextReader.Read(Path.Combine(Repository.Root, "src/LakeTools.Rules/Errors/errors.txt"));

    /// <summary>What PowerShell calls the categories: the names of ErrorCategory that the pages show.</summary>
    private static readonly Dictionary<LakeErrorCategory, string> s_categories = new()
    {
        [LakeErrorCategory.InvalidArgument] = "InvalidArgument",
        [LakeErrorCategory.NotFound] = "ObjectNotFound",
        [LakeErrorCategory.Exists] = "ResourceExists",
        [LakeErrorCategory.File] = "OpenError",
        [LakeErrorCategory.PermissionDenied] = "PermissionDenied",
        [LakeErrorCategory.Authentication] = "AuthenticationError",
        [LakeErrorCategory.Conflict] = "ResourceBusy",
        [LakeErrorCategory.LimitExceeded] = "LimitsExceeded",
        [LakeErrorCategory.InvalidData] = "InvalidData",
        [LakeErrorCategory.Timeout] = "OperationTimeout",
        [LakeErrorCategory.Connection] = "ConnectionError",
        [LakeErrorCategory.OperationFailed] = "InvalidResult",
        [LakeErrorCategory.Service] = "NotSpecified",
    };

    [Fact]
    public void An_id_is_documented()
    {
        var documented = Rows().Select(row => row.Id).ToHashSet();
        Assert.Subset(documented, s_errors.Select(error => error.Id).ToHashSet());
    }

    [Fact]
    public void A_page_names_errors_that_there_are_with_their_category()
    {
        var known = s_errors.ToDictionary(error => error.Id, error => s_categories[Enum.Parse<LakeErrorCategory>(error.Category)]);
        Assert.All(Rows(), row => Assert.Equal(known.GetValueOrDefault(row.Id), row.Category ?? known[row.Id]));
    }

    /// <summary>docs/errors.md, which has the errors that any command may end with, says of which the pipeline does.</summary>
    [Fact]
    public void The_page_of_errors_says_what_ends_the_pipeline()
    {
        var rows = Rows().Where(row => row.Page == "errors.md").ToList();
        Assert.NotEmpty(rows);
        var ending = s_errors.Where(error => error.EndsPipeline).Select(error => error.Id).ToHashSet();
        // What nobody foresaw is thrown on as it is, and ends the pipeline so.
        ending.Add(nameof(Fault.Unexpected));
        Assert.Equal(
            rows.Where(row => ending.Contains(row.Id)),
            rows.Where(row => row.When.EndsWith("; ends the pipeline", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_id_is_thrown()
    {
        string[] folders = ["src/LakeTools.Rules", "src/LakeTools.Core", "src/LakeTools.Cmdlets"];
        var code = string.Concat(folders.SelectMany(folder =>
            Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar).Contains("obj"))
            .Select(File.ReadAllText));
        var thrown = Thrown().Matches(code).Select(match => match.Groups["id"].Value).ToHashSet();
        Assert.Subset(thrown, s_errors.Select(error => error.Id).ToHashSet());
    }

    /// <summary>The made method shows its places in the text, and carries its category and the object at fault.</summary>
    [Fact]
    public void An_error_is_made_as_it_is_stated() => Assert.All(s_errors, error =>
    {
        object?[] arguments = [.. error.Places.Select(place => $"<{place}>"), null];
        var made = (LakeException)typeof(Fault).GetMethod(error.Id)!.Invoke(null, arguments)!;
        Assert.Equal(
            (error.Id, error.Category, error.EndsPipeline, error.Places.Count == 0 ? null : $"<{error.Places[0]}>"),
            (made.Id, made.Category.ToString(), made.EndsPipeline, made.Target));
        Assert.Equal(error.Shown.Aggregate(error.Text, (text, place) => text.Replace($"{{{place}}}", $"<{place}>")), made.Message);
    });

    private static List<(string Page, string Id, string? Category, string When)> Rows() =>
    [
        .. from file in Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
           from match in Row().Matches(File.ReadAllText(file))
           let category = match.Groups["category"]
           select (Path.GetFileName(file), match.Groups["id"].Value, category.Success ? category.Value : null, match.Groups["when"].Value),
    ];

    /// <summary>A row in a table of errors; docs/definitions.md lists findings, which have no category.</summary>
    [GeneratedRegex(@"^\| `LakeTools\.(?<id>\w+)` \| ((?<category>[\w ]+) \| (?=.*\|))?(?<when>.+) \|\r?$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<!nameof\()\bFault\.(?<id>\w+)\(")]
    private static partial Regex Thrown();
}
