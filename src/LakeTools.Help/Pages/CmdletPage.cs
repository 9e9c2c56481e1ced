using LakeTools.Help.Markdown;

namespace LakeTools.Help.Pages;

/// <summary>A page docs/&lt;Verb-Noun&gt;.md.</summary>
/// <param name="Name">The cmdlet.</param>
/// <param name="Synopsis">One sentence.</param>
/// <param name="Description">The description of the cmdlet.</param>
/// <param name="Syntax">The syntax as people read it.</param>
/// <param name="Parameters">The parameters, in the page's order.</param>
/// <param name="Inputs">The objects that the cmdlet accepts from the pipeline.</param>
/// <param name="Outputs">The objects that the cmdlet emits.</param>
/// <param name="Errors">The errors, in the page's order.</param>
/// <param name="Notes">Whether it prompts, and the IAM permissions of its caller; none if the page lacks the section.</param>
/// <param name="Examples">The examples, in the page's order.</param>
internal sealed record CmdletPage(
    string Name,
    string Synopsis,
    IReadOnlyList<Block> Description,
    Code Syntax,
    IReadOnlyList<ParameterText> Parameters,
    IReadOnlyList<Block> Inputs,
    IReadOnlyList<Block> Outputs,
    IReadOnlyList<ErrorRow> Errors,
    IReadOnlyList<Block> Notes,
    IReadOnlyList<Example> Examples);

/// <summary>A page's text about a parameter.</summary>
/// <param name="Name">The name, without the dash.</param>
/// <param name="Text">The description of the parameter.</param>
internal sealed record ParameterText(string Name, IReadOnlyList<Block> Text);

/// <summary>A row of a page's table of errors.</summary>
/// <param name="Id">The id, such as LakeTools.TableNotFound.</param>
/// <param name="Category">PowerShell's category.</param>
/// <param name="When">When it comes.</param>
internal sealed record ErrorRow(string Id, string Category, string When);

/// <summary>An example of a page.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Code">Its code.</param>
/// <param name="Remarks">The page's remarks about the example.</param>
internal sealed record Example(string Title, Code Code, IReadOnlyList<Block> Remarks)
{
    private const string NotRunMark = "no-run=";

    /// <summary>Why tests cannot run it, as the fence says (<c>powershell no-run=an-account</c>); null if they do.</summary>
    public string? NotRunBecause =>
        Code.Info.Split(' ').FirstOrDefault(word => word.StartsWith(NotRunMark, StringComparison.Ordinal))?[NotRunMark.Length..];
}
