using LakeTools.Help.Commands;
using LakeTools.Help.Pages;

namespace LakeTools.Tests.Help;

/// <summary>
/// The section Notes of each command's page: whether it prompts for confirmation, which of its parameters are the common ones, and the IAM
/// permissions that its caller needs, counted from the calls that it makes in all examples. <c>LAKETOOLS_ACCEPT=1</c> writes the sections.
/// </summary>
public sealed class NotesTests
{
    private const string Head = "## Notes\n\n";
    private const string Next = "## Examples\n";

    private static readonly string[] s_byDefinition = ["Compare-LakeDefinition", "Publish-LakeDefinition", "Restore-LakeDefinition"];

    [Fact]
    public async Task Every_page_states_prompts_and_permissions()
    {
        Assert.SkipWhen(
            (await ExampleRun.EndsAsync()).Values.SelectMany(ends => ends)
                .Any(end => end.Id?.StartsWith("LakeTools.JobRuntimeNotFound", StringComparison.Ordinal) == true),
            "there is no Python with boto3, so that some commands make no calls");
        var calls = await ExampleRun.CallsAsync();
        var accept = Environment.GetEnvironmentVariable("LAKETOOLS_ACCEPT") == "1";
        var common = CommonParameters.Read(Path.Combine(Repository.Root, "docs")).Keys.ToList();
        var wrong = new List<string>();
        foreach (var command in CommandReader.Read(Path.Combine(Repository.Module, "bin/LakeTools.Cmdlets.dll")))
        {
            var file = Path.Combine(Repository.Root, "docs", command.Name + ".md");
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var right = WithNotes(text, Notes(command, common, calls[command.Name], OwnForce(text)));
            if (right == text) continue;
            wrong.Add(command.Name);
            if (accept) await File.WriteAllTextAsync(file, right, TestContext.Current.CancellationToken);
        }

        Assert.True(accept || wrong.Count == 0, $"The section Notes of {string.Join(", ", wrong)} is not what the code and its calls say: "
            + "run this test with LAKETOOLS_ACCEPT=1, and commit the pages.");
    }

    private static string WithNotes(string page, string notes)
    {
        var end = page.IndexOf(Next, StringComparison.Ordinal);
        var start = page.IndexOf(Head, StringComparison.Ordinal);
        return page[..(start < 0 ? end : start)] + Head + notes + "\n" + page[end..];
    }

    private static string Notes(CommandShape command, List<string> common, IEnumerable<string> calls, bool ownForce)
    {
        var parameters = common.Where(command.Has).Where(name => name != "Force" || !ownForce).Select(name => $"`-{name}`").ToList();
        var actions = calls.SelectMany(IamActions.Of).Distinct().Order(StringComparer.Ordinal).Select(action => $"`{action}`").ToList();
        var lines = new List<string> { $"- {Prompting(command, ownForce)}" };
        if (parameters.Count > 0) lines.Add($"- [Common parameters](common-parameters.md): {string.Join(", ", parameters)}.");
        lines.Add(actions.Count > 0
            ? $"- [IAM permissions](iam.md) of the caller{Extent(command)}: {string.Join(", ", actions)}."
            : "- [IAM permissions](iam.md) of the caller: none in the examples below, which make no AWS API calls with it.");
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Extent(CommandShape command) =>
        s_byDefinition.Contains(command.Name) ? " for the definitions of the examples below; others depend on the definition" : "";

    /// <summary>True where -Force does more than to leave out the prompt, as of Remove-LakeSecret, which then deletes at once.</summary>
    private static bool OwnForce(string page) => page.Contains("\n### -Force\n", StringComparison.Ordinal);

    private static string Prompting(CommandShape command, bool ownForce) => command switch
    {
        { SupportsShouldProcess: true } when command.Has("AllowRemove") =>
            "Prompts only if the plan removes something that a restore cannot recover completely. `-Force` or `-AllowRemove` answers "
                + "in advance.",
        { Name: "Set-LakeSetting" } =>
            "Prompts only if `-Administrator` lacks you or every present administrator. To run it without a prompt, use `-Confirm:$false`.",
        { SupportsShouldProcess: false } => "Does not prompt for confirmation, and has no `-WhatIf`.",
        { Prompts: true } when command.Has("Force") && !ownForce => "Prompts for confirmation. To run it without a prompt, use `-Force`.",
        { Prompts: true } => "Prompts for confirmation. To run it without a prompt, use `-Confirm:$false`.",
        _ => "Does not prompt for confirmation, unless you use `-Confirm`. Use `-WhatIf` to see what would change.",
    };
}
