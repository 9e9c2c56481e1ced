using System.Globalization;
using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Reports;
using LakeTools.Rules.Access;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Rules.Text;

namespace LakeTools.Tests.Reports;

/// <summary>Reports of lakes that were never there.</summary>
internal static class SampleReport
{
    public const string Account = "111122223333";
    public const string Hostile = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>{{script}}\u2028'\"&";

    /// <summary>Databases of ten tables each; every principal has one grant on each of ten tables.</summary>
    public static ReportFacts Facts(int grants)
    {
        const int tablesOfEach = 10;
        var principals = Enumerable.Range(0, Math.Max(1, grants / tablesOfEach)).Select(number => Arn($"team-{number:000}")).ToList();
        var tables = Math.Max(tablesOfEach, grants / 10);
        var things = new List<(LakeResource, ListedFacts)>();
        for (var database = 0; database < tables / tablesOfEach; database++)
        {
            var name = $"db{database:000}";
            things.Add((LakeResource.Database(name, Account), Of([])));
            for (var table = 0; table < tablesOfEach; table++)
            {
                var resource = LakeResource.Table(name, $"table{table}", Account);
                var number = (database * tablesOfEach) + table;
                var here = Enumerable.Range(0, 10).Select(offset => principals[(number + (offset * 7)) % principals.Count]).Distinct()
                    .Select((principal, at) => new LakeGrant(principal, resource, at % 3 == 0 ? PermissionSet.Select | PermissionSet.Insert
                        : PermissionSet.Select, at == 0 ? PermissionSet.Select : PermissionSet.None));
                things.Add((resource, Of([.. here]) with { Columns = ["id", "region", "amount"] }));
            }
        }

        return new ReportFacts { AccountId = Account, Principals = [.. principals.Order(StringComparer.Ordinal)], Things = things,
            GrantCount = grants };
    }

    /// <summary>A lake in which every name, value and expression tries to be markup.</summary>
    public static ReportFacts HostileFacts()
    {
        var table = LakeResource.Table(Hostile, Hostile, Account);
        var principal = $"arn:aws:identitystore:::user/{Hostile}";
        return new ReportFacts
        {
            AccountId = Account,
            Principals = [principal],
            Things =
            [
                (table, Of([new LakeGrant(principal, LakeResource.DataFilter(Hostile, Hostile, Hostile, Account),
                    PermissionSet.Select)]) with
                {
                    Columns = [Hostile, "b"],
                    Filters = [new DataFilterRule(Hostile, NameList.Of(Hostile), NameList.Empty, Hostile)],
                    Tags = new ListedTags(null, [new() { TagKey = Hostile, TagValues = [Hostile] }], null),
                }),
            ],
            Unread = [Hostile],
        };
    }

    public static LakeReport Of(ReportFacts facts, string title = "Who may do what", params string[] principals)
    {
        var (who, things, entries) = ReportBuilder.Build(facts, principals, null, CancellationToken.None);
        return new LakeReport
        {
            Title = title,
            Lake = "northwind",
            AccountId = facts.AccountId,
            Region = "eu-central-1",
            CreatedAt = DateTimeOffset.Parse("2026-05-04T09:30:00+02:00", CultureInfo.InvariantCulture),
            ReadBy = Arn("LakeAdmin"),
            Notes = [.. facts.Unread],
            GrantCount = facts.GrantCount,
            Principals = who,
            Things = things,
            Entries = entries,
        };
    }

    /// <summary>Writes the page and gives its text.</summary>
    public static async Task<string> PageAsync(LakeReport report)
    {
        using var page = new MemoryStream();
        await ReportPage.WriteAsync(report, page, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(page.ToArray());
    }

    public static string Arn(string role) => $"arn:aws:iam::{Account}:role/{role}";

    private static ListedFacts Of(IReadOnlyList<LakeGrant> grants) => new() { AccountId = Account, Grants = grants };
}
