using System.Text.Json.Nodes;
using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Plans;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Local.Glue;
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
    [InlineData("CreatePartition", """{ "DatabaseName": "shop", "TableName": "orders", "PartitionInput": { "Values": ["two"] } }""")]
    [InlineData("CreateTable", """{ "DatabaseName": "shop", "TableInput": { "Name": "returns" } }""")]
    public async Task What_others_change_until_the_answer_is_not_removed(string operation, string input)
    {
        using var folder = new TemporaryFolder();
        using var lake = new TestLake();
        var file = Path.Combine(folder.Path, "shop.yaml");
        var service = new DefinitionService(lake.Connect(), new FolderJournal(folder.Path));
        const string Keyed = "lake: 1\nname: shop\ndatabases: { shop: { tables: { orders: { columns: { id: int }, "
            + "partitions: { day: string } } } } }\n";
        await service.PublishAsync(await CompareAsync(Keyed + Owner), PublishConsent.All, null, Ct);
        var plan = await CompareAsync("lake: 1\nname: shop\n" + Owner);
        var glue = new ApiDriver(lake, new GlueApi());
        var consent = new PublishConsent(false, [], _ =>
        {
            glue.Call(operation, JsonNode.Parse(input)!.AsObject());
            return true;
        });
        var error = await Assert.ThrowsAsync<LakeException>(() => service.PublishAsync(plan, isFresh: true, consent, null, Ct));
        Assert.Equal("PlanOutdated", error.Id);
        Assert.Equal("orders", (string?)glue.Call("GetTable", new { DatabaseName = "shop", Name = "orders" })["Table"]!["Name"]);

        async Task<LakePlan> CompareAsync(string text)
        {
            await File.WriteAllTextAsync(file, text, Ct);
            return await service.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: true, null, Ct);
        }
    }

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
