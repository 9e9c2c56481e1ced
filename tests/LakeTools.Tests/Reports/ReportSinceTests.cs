using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Permissions.Grants;
using LakeTools.Core.Reports;
using LakeTools.Rules.Access;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;
using LakeTools.Tests.Browser;

namespace LakeTools.Tests.Reports;

/// <summary>Who gained and who lost what between two reports.</summary>
/// <param name="browser">The browser.</param>
public sealed class ReportSinceTests(Chromium browser) : IClassFixture<Chromium>, IDisposable
{
    private const PermissionSet Read = PermissionSet.Select | PermissionSet.Describe;

    private static readonly LakeResource s_orders = LakeResource.Table("sales", "orders", SampleReport.Account);
    private static readonly LakeResource s_items = LakeResource.Table("sales", "items", SampleReport.Account);
    private static readonly string s_analyst = SampleReport.Arn("analyst");
    private static readonly string s_editor = SampleReport.Arn("editor");

    private static readonly LakeGrant s_select = new(s_analyst, s_orders, PermissionSet.Select);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Equal_reports_differ_in_nothing()
    {
        var facts = Lake((s_orders, [s_select]));
        Assert.All((await CompareAsync(facts, facts)).Entries, entry => Assert.Null(entry.Change));
    }

    [Fact]
    public async Task A_grant_and_a_revoke_are_gained_and_lost()
    {
        var report = await CompareAsync(
            Lake((s_orders, [s_select, new LakeGrant(s_editor, s_orders, PermissionSet.Insert)])),
            Lake((s_orders, [new LakeGrant(s_analyst, s_orders, PermissionSet.Select | PermissionSet.Alter, PermissionSet.Select)])));
        var analyst = Entry(report, s_analyst, s_orders);
        Assert.Equal(PermissionSet.Alter, analyst.Change!.Gained);
        Assert.Equal(PermissionSet.Select, analyst.Change.GrantableGained & PermissionSet.Select);
        Assert.Equal(PermissionSet.None, analyst.Change.Lost | analyst.Change.GrantableLost);
        Assert.Equal(ReportMarks.Gained, analyst.Marks & (ReportMarks.Gained | ReportMarks.Lost));
        var editor = Entry(report, s_editor, s_orders);
        Assert.Equal(PermissionSet.Insert | PermissionSet.Describe, editor.Change!.Lost);
        Assert.Equal(PermissionSet.None, editor.Access.Permissions);
        Assert.Equal(ReportMarks.Lost, editor.Marks);
    }

    [Fact]
    public async Task Who_had_it_as_a_member_of_a_group_gains_nothing_by_name()
    {
        const string everybody = LakePrincipal.IamAllowedPrincipalsId;
        var all = new LakeGrant(everybody, s_orders, PermissionSet.All);
        var report = await CompareAsync(Lake((s_orders, [all])), Lake((s_orders, [all, s_select])));
        Assert.All(report.Entries, entry => Assert.Null(entry.Change));

        // Once the group is revoked, its members keep what they have by name, and lose the rest.
        report = await CompareAsync(
            Lake((s_orders, [all, s_select])),
            Lake((s_orders, [s_select])));
        Assert.Equal(PermissionSet.None, Entry(report, s_analyst, s_orders).Change!.Lost & Read);
        Assert.Equal(PermissionSet.Insert, Entry(report, s_analyst, s_orders).Change!.Lost & PermissionSet.Insert);
        Assert.Equal(Read, Entry(report, everybody, s_orders).Change!.Lost & Read);
    }

    [Fact]
    public async Task Columns_and_rows_are_compared_where_both_may_select()
    {
        var columns = LakeResource.Columns("sales", "orders", ["id"], null, SampleReport.Account);
        var report = await CompareAsync(
            Lake((s_orders, [s_select])),
            Lake((s_orders, [new LakeGrant(s_analyst, columns, PermissionSet.Select)])));
        Assert.Equal(["region"], Entry(report, s_analyst, s_orders).Change!.ColumnsLost);
        Assert.Empty(Entry(report, s_analyst, s_orders).Change!.ColumnsGained);

        var filter = LakeResource.DataFilter("sales", "orders", "eu", SampleReport.Account);
        ReportFacts Filtered(string rows) => Lake((s_orders, [new LakeGrant(s_analyst, filter, PermissionSet.Select)]), rows);
        report = await CompareAsync(Filtered("region = 'eu'"), Filtered("region = 'us'"));
        Assert.Equal(["region = 'eu'"], Entry(report, s_analyst, s_orders).Change!.Rows);
        Assert.Equal(ReportMarks.Gained | ReportMarks.Lost, Entry(report, s_analyst, s_orders).Marks);
        report = await CompareAsync(Filtered("region = 'eu'"), Lake((s_orders, [s_select])));
        Assert.Equal(ReportMarks.Gained, Entry(report, s_analyst, s_orders).Marks);
    }

    [Fact]
    public async Task Things_that_are_gone_are_lost_and_new_ones_gained()
    {
        var report = await CompareAsync(
            Lake((s_orders, [s_select])),
            Lake((s_items, [new LakeGrant(s_analyst, s_items, PermissionSet.Select)])));
        Assert.True(report.Things.Single(thing => thing.Name == "sales.orders").Detail.IsGone);
        Assert.Equal(Read, Entry(report, s_analyst, s_orders).Change!.Lost);
        Assert.Equal(Read, Entry(report, s_analyst, s_items).Change!.Gained);
    }

    [Fact]
    public async Task A_column_that_a_table_got_is_nobodys_gain()
    {
        var grant = s_select;
        var now = Lake((s_orders, [grant]));
        now = now with { Things = [(s_orders, now.Things[0].Facts with { Columns = ["id", "region", "amount"] })] };
        Assert.Null(Entry(await CompareAsync(Lake((s_orders, [grant])), now), s_analyst, s_orders).Change);
    }

    [Fact]
    public async Task Who_changed_a_grant_and_when_stands_with_what_it_gives()
    {
        var (grant, other) = (s_select, new LakeGrant(s_analyst, s_items, PermissionSet.Select));
        var time = new DateTime(2026, 5, 1, 8, 0, 0, DateTimeKind.Utc);
        var facts = Lake((s_orders, [grant]), (s_items, [other])) with
        {
            Listed = new[] { new ListedGrant(grant, time, s_editor), new ListedGrant(other, time.AddDays(1), s_editor) }
                .ToLookup(listed => (listed.Grant.Principal, listed.Grant.Resource.DatabaseName)),
        };
        var report = SampleReport.Of(facts);
        var told = Assert.Single(Entry(report, s_analyst, s_orders).Grants);
        Assert.Equal((time, s_editor), (told.LastUpdated, told.LastUpdatedBy));
        await using var tab = await browser.OpenAsync(await WriteAsync(report));
        await tab.ClickAsync(".row > .head");
        var detail = string.Join(' ', await tab.TextsAsync(".detail"));
        Assert.Contains("2026-05-01 10:00 +02:00", detail, StringComparison.Ordinal);
        Assert.Contains("by role/editor", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_counts_and_finds_what_was_gained_and_lost()
    {
        var report = await CompareAsync(
            Lake((s_orders, [s_select]), (s_items, [])),
            Lake((s_orders, []), (s_items, [new LakeGrant(s_editor, s_items, PermissionSet.Insert)])));
        await using var tab = await browser.OpenAsync(await WriteAsync(report));
        Assert.Equal("1", await tab.AskAsync<string>("document.querySelector('.finding[data-mark=lost] b').textContent"));
        await tab.ClickAsync(".finding[data-mark=lost]");
        Assert.Contains("lost SELECT", Assert.Single(await tab.TextsAsync(".row > .head")), StringComparison.Ordinal);
        await tab.ClickAsync(".finding[data-mark=gained]");
        Assert.Contains("gained INSERT", Assert.Single(await tab.TextsAsync(".row > .head")), StringComparison.Ordinal);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task A_report_of_another_lake_or_scope_is_refused()
    {
        var then = await ReadAsync(SampleReport.Of(Lake((s_orders, []))) with { Scope = "databases sales" });
        void Refused(string id, string account, string region, string? scope) => Assert.Equal(id, Assert.Throws<LakeException>(() =>
            ReportComparer.Check(then, "old.html", account, region, scope)).Id);
        Refused("ReportOfAnotherLake", "444455556666", "eu-central-1", "databases sales");
        Refused("ReportOfAnotherLake", SampleReport.Account, "us-east-1", "databases sales");
        Refused("ReportOfAnotherScope", SampleReport.Account, "eu-central-1", null);
        ReportComparer.Check(then, "old.html", SampleReport.Account, "eu-central-1", "databases sales");
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("<script type=\"application/json\" id=\"data\">")]
    [InlineData("<script type=\"application/json\" id=\"data\">[]</script>")]
    [InlineData("<script type=\"application/json\" id=\"data\">{\"permissions\":[7]}</script>")]
    [InlineData("<script type=\"application/json\" id=\"data\">{\"account\":\"1\",\"region\":\"\",\"permissions\":[],\"rows\":[],"
        + "\"principals\":[],\"things\":[],\"entries\":[[0,0,0,0,0,[],null,[]]]}</script>")]
    public async Task What_is_no_report_is_refused(string text)
    {
        var path = Path.Combine(_folder.Path, "old.html");
        await File.WriteAllTextAsync(path, text, Ct);
        Assert.Equal("ReportUnreadable", (await Assert.ThrowsAsync<LakeException>(() => EarlierReport.ReadAsync(path, Ct))).Id);
    }

    private static ReportEntry Entry(LakeReport report, string principal, LakeResource resource) => report.Entries.Single(entry =>
        report.Principals[entry.Principal].Id == principal && report.Things[entry.Thing].Name
        == ReportThing.NameOf(resource, SampleReport.Account));

    private static ReportFacts Lake((LakeResource Table, LakeGrant[] Grants) thing, string rows) => Lake([thing], rows);

    private static ReportFacts Lake(params (LakeResource Table, LakeGrant[] Grants)[] things) => Lake(things, null);

    private static ReportFacts Lake((LakeResource Table, LakeGrant[] Grants)[] things, string? rows) => new()
    {
        AccountId = SampleReport.Account,
        Principals =
        [
            .. things.SelectMany(thing => thing.Grants).Select(grant => grant.Principal).Distinct().Order(StringComparer.Ordinal),
        ],
        Things =
        [
            .. things.Select(thing => (thing.Table, new ListedFacts
            {
                AccountId = SampleReport.Account,
                Grants = thing.Grants,
                Columns = ["id", "region"],
                Filters = rows is null ? [] : [new DataFilterRule("eu", NameList.Empty, NameList.Empty, rows)],
            })),
        ],
    };

    private async Task<LakeReport> CompareAsync(ReportFacts then, ReportFacts now) =>
        ReportComparer.Compare(SampleReport.Of(now), await ReadAsync(SampleReport.Of(then)));

    private async Task<EarlierReport> ReadAsync(LakeReport report)
    {
        var path = Path.Combine(_folder.Path, "earlier.html");
        await File.WriteAllTextAsync(path, await SampleReport.PageAsync(report), Ct);
        return await EarlierReport.ReadAsync(path, Ct);
    }

    private async Task<Uri> WriteAsync(LakeReport report)
    {
        var path = Path.Combine(_folder.Path, "page.html");
        await File.WriteAllTextAsync(path, await SampleReport.PageAsync(report), Ct);
        return new Uri(path);
    }
}
