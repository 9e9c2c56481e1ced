using LakeTools.Core.Definitions.Journals;
using LakeTools.Core.Definitions.Language;
using LakeTools.Core.Definitions.Nodes;
using LakeTools.Core.Definitions.Publishing;
using LakeTools.Core.Reports;
using LakeTools.Rules.Permissions;
using LakeTools.Tests.Definitions;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Reports;

/// <summary>
/// A report that is compared with a version of a definition says what one says that is compared with a report of that time: chance makes
/// the lake, and what takes its place.
/// </summary>
public sealed class ReportVersionTests
{
    private const string Owned = "owns: [ { everything: yes }, { role: '*' } ]\n";

    private static readonly DefinitionSource s_source = new(new Dictionary<string, Func<string, string, DefinitionNode>>());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_version_says_what_a_report_of_its_time_says() => Proof.Try(12, async (seed, folder) =>
    {
        using var lake = await RandomLake.MakeAsync(seed, Ct);
        var connection = lake.Lake.Connect();
        var definitions = new DefinitionService(connection, new FolderJournal(Path.Combine(folder, "journal")));
        await PublishAsync(definitions, await ExportAsync(definitions, folder, "mark: { k: [x] }"));
        var service = new ReportService(connection, TimeProvider.System, definitions);
        var page = Path.Combine(folder, "then.html");
        await service.ExportAsync(page, new ReportOptions(), null, Ct);

        using var second = await RandomLake.MakeAsync(seed + 1, Ct);
        var other = new DefinitionService(second.Lake.Connect(), new FolderJournal(Path.Combine(folder, "other")));
        await PublishAsync(definitions, await ExportAsync(other, folder, null));

        var byPage = Changes(await service.ReadAsync(new ReportOptions { Since = page }, null, Ct));
        var byVersion = Changes(await service.ReadAsync(new ReportOptions { SinceVersion = ("random", 1) }, null, Ct));
        return byPage.SetEquals(byVersion) ? null
            : $"only the page: {string.Join("; ", byPage.Except(byVersion))}\n"
                + $"only the version: {string.Join("; ", byVersion.Except(byPage))}";
    }, 862643813);

    // What somebody had only as a creator is not in a version. LakeAdmin created what chance does not give away.
    private static HashSet<string> Changes(LakeReport report) =>
    [
        .. report.Entries.Where(entry => entry.Change is not null
            && !report.Principals[entry.Principal].Id.EndsWith("/LakeAdmin", StringComparison.Ordinal)).Select(entry =>
        {
            var (change, thing) = (entry.Change!, report.Things[entry.Thing]);
            return $"{report.Principals[entry.Principal].Id} on {thing.Key}: +{change.Gained.ToText()} -{change.Lost.ToText()}"
                + $" pass +{change.GrantableGained.ToText()} -{change.GrantableLost.ToText()}"
                + $" columns +{string.Join(',', change.ColumnsGained.Order())} -{string.Join(',', change.ColumnsLost.Order())}"
                + $" rows {(change.Rows is null ? "same" : string.Join(" or ", change.Rows.Order()))}";
        }),
    ];

    // The first of two publishes has something of its own to do, or there would be none.
    private static async Task<string> ExportAsync(DefinitionService definitions, string folder, string? mark)
    {
        const string Expressions = "\nexpressions:\n";
        var text = await definitions.ExportAsync("random", null, null, Ct);
        if (mark is not null)
        {
            if (!text.Contains(Expressions, StringComparison.Ordinal)) text += Expressions[1..];
            text = text.Replace(Expressions, $"{Expressions}  {mark}\n", StringComparison.Ordinal);
        }

        var file = Path.Combine(folder, Guid.NewGuid().ToString("n") + ".yaml");
        await File.WriteAllTextAsync(file, text + Owned, Ct);
        return file;
    }

    private static async Task PublishAsync(DefinitionService definitions, string file)
    {
        var plan = await definitions.CompareAsync(s_source, file, new Dictionary<string, string>(), detailed: false, null, Ct);
        var done = (await definitions.PublishAsync(plan, PublishConsent.All, null, Ct))!;
        Assert.Equal("Done", done.Status);
    }
}
