using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Rules.Errors;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Definitions;

/// <summary>What cannot be brought back goes only where somebody has agreed to it.</summary>
public sealed class PublishConsentTests
{
    private const string Full = "lake: 1\nname: shop\ndatabases: { shop: { tables: { orders: { columns: { id: int } } } } }\n";
    private const string Owner = "owns: [ { database: shop } ]\n";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, "Done", 0)]
    [InlineData(false, null, 2)]
    [InlineData(null, "PlanLosesThings", 2)]
    public async Task The_answer_decides(bool? answer, string? end, int left)
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var file = Path.Combine(folder.Path, "shop.yaml");
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        await PublishAsync(Full + Owner, PublishConsent.All);
        IReadOnlyList<string> asked = [];
        string? came;
        try
        {
            came = await PublishAsync("lake: 1\nname: shop\n" + Owner, new PublishConsent(false, [], losses =>
            {
                asked = losses;
                return answer;
            }));
        }
        catch (LakeException error)
        {
            came = error.Id;
        }

        Assert.Equal(end, came);
        Assert.Equal(["database shop, with 1 table"], asked);
        await File.WriteAllTextAsync(file, Full + Owner, Ct);
        var plan = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: true, null, Ct);
        Assert.Equal(left, plan.Changes.Count(change => change.Action == "Keep"));

        async Task<string?> PublishAsync(string text, PublishConsent consent)
        {
            await File.WriteAllTextAsync(file, text, Ct);
            var wanted = await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
            return (await service.PublishAsync(wanted, consent, null, Ct))?.Status;
        }
    }
}
