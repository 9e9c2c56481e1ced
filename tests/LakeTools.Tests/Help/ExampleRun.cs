using System.Text.Json;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Help;

/// <summary>How an example ended: with what it shows, or with an error.</summary>
/// <param name="Output">What it shows.</param>
/// <param name="Error">The error's text.</param>
/// <param name="Id">The error's id.</param>
/// <param name="Place">Where it came from.</param>
internal sealed record ExampleEnd(string? Output, string? Error, string? Id, string? Place);

/// <summary>Runs all examples once: starting a process for each page would take longer than the examples.</summary>
internal static class ExampleRun
{
    private const int Processes = 2;

    private static readonly string s_script = Path.Combine(Repository.Root, "tests/LakeTools.Tests/Help/Examples.ps1");

    /// <summary>Nothing of the machine's own, so that an example without a connection fails and reaches nobody.</summary>
    private static readonly Dictionary<string, string> s_environment = new()
    {
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_CONFIG_FILE"] = "none",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "none",
        ["AWS_ACCESS_KEY_ID"] = "",
        ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:9",
    };

    private static readonly Lazy<Task<IReadOnlyList<Part>>> s_parts = new(RunAllAsync);

    /// <summary>How the examples of each page ended, in the page's order.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<ExampleEnd>>> EndsAsync() =>
        (await s_parts.Value).SelectMany(part => part.Ends).ToDictionary();

    /// <summary>The calls that each command made in all examples, such as 'Glue GetTable'.</summary>
    public static async Task<ILookup<string, string>> CallsAsync() =>
        (await s_parts.Value).SelectMany(part => part.Calls).SelectMany(pair => pair.Value.Select(call => (pair.Key, Call: call)))
            .Distinct().ToLookup(pair => pair.Key, pair => pair.Call);

    private static async Task<IReadOnlyList<Part>> RunAllAsync() => await Task.WhenAll(ExamplePage.All().Index()
        .GroupBy(pair => pair.Index % Processes, pair => pair.Item).Select(part => RunAsync([.. part])));

    private static async Task<Part> RunAsync(IReadOnlyList<ExamplePage> pages)
    {
        using var folder = new TemporaryFolder();
        var input = Path.Combine(folder.Path, "pages.json");
        var output = Path.Combine(folder.Path, "result.json");
        await File.WriteAllTextAsync(input, JsonSerializer.Serialize(pages.Select(page => new
        {
            Folder = Path.Combine(folder.Path, page.Name),
            page.Data,
            Examples = page.Examples.Select(example => new
            {
                Run = example.NotRunBecause is null,
                Code = string.Join('\n', example.Code.Lines),
            }),
        })));
        var end = await PwshProcess.RunAsync(["-NonInteractive", s_script, "-Pages", input, "-Result", output], environment: s_environment);
        if (!File.Exists(output)) throw new InvalidOperationException($"pwsh ended with {end.ExitCode}.\n{end.Output}\n{end.Error}");
        var result = JsonSerializer.Deserialize<Result>(await File.ReadAllTextAsync(output))!;
        var ends = new Queue<ExampleEnd>(result.Ends);
        return new Part(
            pages.ToDictionary(page => page.Name, IReadOnlyList<ExampleEnd> (page) => [.. page.Examples.Select(_ => ends.Dequeue())]),
            result.Calls);
    }

    private sealed record Result(List<ExampleEnd> Ends, Dictionary<string, List<string>> Calls);

    private sealed record Part(
        IReadOnlyDictionary<string, IReadOnlyList<ExampleEnd>> Ends, IReadOnlyDictionary<string, List<string>> Calls);
}
