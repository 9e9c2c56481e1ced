using Amazon.Glue;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>A lake to which definitions are published under the name a, with its history.</summary>
internal sealed class PublishedLake : IDisposable
{
    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private readonly TemporaryFolder _folder = new();

    public PublishedLake(Func<HttpMessageHandler, HttpMessageHandler>? before = null) =>
        Service = new DefinitionService(Lake.Connect(before: before), new FolderJournal(_folder.Path));

    public TestLake Lake { get; } = new();

    public DefinitionService Service { get; }

    public IAmazonGlue Glue => Lake.Connect().Clients.Glue;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Plans a definition without its first two lines, or a whole one.</summary>
    public async Task<LakePlan> PlanAsync(string definition)
    {
        var file = Path.Combine(_folder.Path, "a.yaml");
        var head = definition.Contains("lake: 1", StringComparison.Ordinal) ? "" : "lake: 1\nname: a\n";
        await File.WriteAllTextAsync(file, head + definition, Ct);
        return await Service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
    }

    public async Task<LakePublication> PublishAsync(string definition, PublishConsent? consent = null) =>
        (await Service.PublishAsync(await PlanAsync(definition), consent ?? PublishConsent.All, null, Ct))!;

    public async Task<LakePublication> RestoreAsync(int version) =>
        (await Service.PublishAsync(await Service.PlanRestoreAsync("a", version, null, Ct), PublishConsent.All, null, Ct))!;

    public Task<string> ExportAsync() => Service.ExportAsync("a", null, null, Ct);

    public void Dispose()
    {
        Lake.Dispose();
        _folder.Dispose();
    }
}
