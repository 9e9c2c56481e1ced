using System.Text.Json;
using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Reports;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;

namespace LakeTools.Tests.Reports;

/// <summary>What a report marks, whom it names, and what its page may hold.</summary>
public sealed class ReportTests
{
    private const string Group = $"{SampleReport.Account}:IAMPrincipals";
    private const string Outsider = "444455556666";

    private static readonly LakeResource s_table = LakeResource.Table("sales", "orders", SampleReport.Account);
    private static readonly string s_analyst = SampleReport.Arn("analyst");
    private static readonly string s_other = SampleReport.Arn("other");

    [Fact]
    public void Marks_are_what_people_look_for()
    {
        var report = SampleReport.Of(Facts(
            new LakeGrant(LakePrincipal.IamAllowedPrincipalsId, s_table, PermissionSet.All),
            new LakeGrant(s_analyst, s_table, PermissionSet.Select | PermissionSet.Describe, PermissionSet.Describe),
            new LakeGrant(s_other, s_table, PermissionSet.All),
            new LakeGrant(Outsider, s_table, PermissionSet.Describe)));
        ReportMarks Of(string id) => report.Entries.Single(entry => report.Principals[entry.Principal].Id == id).Marks;
        Assert.Equal(ReportMarks.LeftToIam, Of(LakePrincipal.IamAllowedPrincipalsId));
        Assert.Equal(ReportMarks.Grantable, Of(s_analyst));
        Assert.Equal(ReportMarks.Everything, Of(s_other));
        Assert.Equal(ReportMarks.Outside, Of(Outsider));
    }

    [Fact]
    public void A_table_whose_location_is_not_registered_is_marked()
    {
        var report = SampleReport.Of(Facts(new LakeGrant(s_analyst, s_table, PermissionSet.Select)) with
        {
            Details = new Dictionary<LakeResource, ReportDetail> { [s_table] = new("Orders of the shop", IsUnguarded: true) },
        });
        Assert.Equal(ReportMarks.Unguarded, Assert.Single(report.Entries).Marks);
        Assert.True(Assert.Single(report.Things).Detail.IsUnguarded);
    }

    [Fact]
    public void An_administrators_own_right_to_grant_is_no_finding()
    {
        var report = SampleReport.Of(Facts(new ListedFacts { AccountId = SampleReport.Account, Administrators = [s_analyst] }));
        Assert.Equal(ReportMarks.None, Assert.Single(report.Entries).Marks);
    }

    [Fact]
    public void A_groups_rights_are_told_once_and_found_for_its_members()
    {
        var report = SampleReport.Of(Facts(new LakeGrant(Group, s_table, PermissionSet.Select),
            new LakeGrant(s_other, s_table, PermissionSet.Insert)) with
        {
            Principals = [Group, s_analyst, s_other],
        });
        Assert.Equal([Group, s_other], report.Entries.Select(entry => report.Principals[entry.Principal].Id));
        Assert.Equal(PermissionSet.Select | PermissionSet.Describe, ReportBuilder.Find(report, 1, 0)!.Access.Permissions);
        Assert.Equal(PermissionSet.Select | PermissionSet.Insert | PermissionSet.Describe,
            ReportBuilder.Find(report, 2, 0)!.Access.Permissions);
    }

    [Fact]
    public void Who_is_opted_in_does_not_have_what_everybody_has()
    {
        var report = SampleReport.Of(Facts(new ListedFacts
        {
            AccountId = SampleReport.Account,
            Grants = [new LakeGrant(LakePrincipal.IamAllowedPrincipalsId, s_table, PermissionSet.All)],
            OptIns = [new ListedOptIn(s_analyst, s_table)],
        }));
        var analyst = report.Principals.ToList().FindIndex(principal => principal.Id == s_analyst);
        Assert.Equal(PermissionSet.None, ReportBuilder.Find(report, analyst, 0)!.Access.Permissions);
    }

    [Fact]
    public void Somebody_whom_nothing_names_is_told_what_everybody_has()
    {
        var facts = Facts(new LakeGrant(LakePrincipal.IamAllowedPrincipalsId, s_table, PermissionSet.All));
        var report = SampleReport.Of(facts, "", SampleReport.Arn("nobody"));
        var entry = Assert.Single(report.Entries);
        Assert.Equal(SampleReport.Arn("nobody"), report.Principals[entry.Principal].Id);
        Assert.Equal(AccessReasonKind.IamAllowed, Assert.Single(entry.Access.Reasons).Kind);
    }

    [Fact]
    public async Task Values_of_the_lake_are_data_and_no_markup()
    {
        var page = await SampleReport.PageAsync(SampleReport.Of(SampleReport.HostileFacts(), SampleReport.Hostile));
        Assert.DoesNotContain("<script>window", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(Data(page));
        Assert.Equal(SampleReport.Hostile, data.RootElement.GetProperty("title").GetString());
        Assert.Equal(2, page.Split("</script>").Length - 1);
    }

    [Fact]
    public async Task The_page_names_no_address_and_allows_none()
    {
        var page = await SampleReport.PageAsync(SampleReport.Of(SampleReport.Facts(50)));
        Assert.Contains("default-src 'none'; style-src 'sha256-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
    }

    private static string Data(string page)
    {
        const string open = "<script type=\"application/json\" id=\"data\">";
        var start = page.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)];
    }

    private static ReportFacts Facts(params LakeGrant[] grants) =>
        Facts(new ListedFacts { AccountId = SampleReport.Account, Grants = grants });

    private static ReportFacts Facts(ListedFacts facts) => new()
    {
        AccountId = SampleReport.Account,
        Principals = [.. facts.Grants.Select(grant => grant.Principal).Concat(facts.Administrators)
            .Concat(facts.OptIns.Select(optIn => optIn.Principal)).Distinct().Order(StringComparer.Ordinal)],
        Things = [(s_table, facts with { Columns = ["id", "region"] })],
        GrantCount = facts.Grants.Count,
    };
}
