using LakeTools.Help;
using LakeTools.Help.Markdown;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>A page has one form, and what departs from it is told with its line.</summary>
public sealed class CmdletPageTests : IDisposable
{
    private const string Page = """
        # Get-LakeThing

        ## Synopsis

        Gets `things`.

        ## Description

        One.

        Two, [a link](x.md).

        ## Syntax

        ```powershell
        Get-LakeThing [-Name <string>]
        ```

        ## Parameters

        ### -Name

        A name. Default: all.

        ## Inputs

        None.

        ## Outputs

        None.

        ## Errors

        | id | category | when |
        |---|---|---|
        | `LakeTools.NotThere` | ObjectNotFound | it is \| was not there |

        ## Examples

        ### One

        ```powershell
        Get-LakeThing
        ```

        ### Two

        Needs an account.

        ```powershell no-run=an-account
        Get-LakeThing -Name x
        ```
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, int> Departures => new()
    {
        { "# Get-LakeThing", "# Get-LakeOther", 1 },
        { "## Outputs", "## Output", 29 },
        { "## Errors", "## Examples", 33 },
        { "### -Name", "### Name", 21 },
        { "A name. Default: all.", "", 21 },
        { "Gets `things`.", "- Gets things", 3 },
        { "One.", "1. One.", 9 },
        { "One.", "> One.", 9 },
        { "|---|---|---|", "| a | b | c |", 36 },
        { "| ObjectNotFound |", "|", 37 },
        { "| id | category | when |", "| id | kind | when |", 33 },
        { "no-run=an-account", "no-run", 47 },
        { "```powershell\nGet-LakeThing\n```", "Nothing", 41 },
        { "-Name x\n```", "-Name x", 51 },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Reads_what_the_page_says()
    {
        var page = Read(Page);

        Assert.Equal("Gets things.", page.Synopsis);
        Assert.Equal(["One.", "Two, a link."], page.Description.Cast<Paragraph>().Select(paragraph => PlainText.Of(paragraph.Text)));
        Assert.Equal(["Name"], page.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(new ErrorRow("LakeTools.NotThere", "ObjectNotFound", "it is | was not there"), Assert.Single(page.Errors));
        Assert.Equal([null, "an-account"], page.Examples.Select(example => example.NotRunBecause));
        Assert.Equal("Get-LakeThing -Name x", Assert.Single(page.Examples[1].Code.Lines));
    }

    [Theory]
    [MemberData(nameof(Departures))]
    public void Tells_where_a_page_departs(string form, string other, int line)
    {
        Assert.Contains(form, Page, StringComparison.Ordinal);
        var problem = Assert.Throws<PageException>(() => Read(Page.Replace(form, other, StringComparison.Ordinal)));
        Assert.Contains($"Get-LakeThing.md({line}): error LTHELP:", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_has_the_form()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*-*.md")
            .Where(file => char.IsUpper(Path.GetFileName(file)[0])).ToList();
        Assert.NotEmpty(pages);
        Assert.All(pages, file => CmdletPageReader.Read(file));
    }

    private CmdletPage Read(string text)
    {
        var file = Path.Combine(_folder.Path, "Get-LakeThing.md");
        File.WriteAllText(file, text);
        return CmdletPageReader.Read(file);
    }
}
