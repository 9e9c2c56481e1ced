using FsCheck;
using FsCheck.Fluent;
using LakeTools.Core.Permissions.Access;
using LakeTools.Core.Reports;
using LakeTools.Rules.Permissions;
using LakeTools.Rules.Resources;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Reports;

/// <summary>
/// The report says of everybody and everything what Test-LakePermission says: chance makes the lakes, and every question is asked.
/// </summary>
public sealed class ReportAgreementTests
{
    private const int Lakes = 40;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_report_of_everybody_says_what_each_question_says() => Check(async (service, connection) =>
    {
        var report = await service.ReadAsync(new ReportOptions(), null, Ct);
        return await DifferencesAsync(report, connection);
    });

    [Fact]
    public void A_report_of_somebody_says_it_without_the_groups() => Check(async (service, connection) =>
    {
        var report = await service.ReadAsync(new ReportOptions { Principals = RandomLake.Principals }, null, Ct);
        Assert.Equal(RandomLake.Principals, report.Principals.Select(principal => principal.Id));
        return await DifferencesAsync(report, connection);
    });

    [Fact]
    public void A_report_of_a_database_says_of_it_what_the_whole_says() => Check(async (service, connection) =>
    {
        var report = await service.ReadAsync(new ReportOptions { Databases = ["d1"] }, null, Ct);
        Assert.All(report.Things, thing => Assert.Equal("d1", thing.DatabaseName));
        return await DifferencesAsync(report, connection);
    });

    private static void Check(Func<ReportService, LakeConnection, Task<List<string>>> differences) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        using var lake = RandomLake.MakeAsync(seed, Ct).GetAwaiter().GetResult();
        var connection = lake.Lake.Connect();
        var wrong = differences(new ReportService(connection, TimeProvider.System), connection).GetAwaiter().GetResult();
        return (wrong.Count == 0).Label($"seed {seed}: {string.Join("; ", wrong)}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Lakes));

    private static async Task<List<string>> DifferencesAsync(LakeReport report, LakeConnection connection)
    {
        var wrong = new List<string>();
        var service = new AccessService(connection);
        var places = report.Things.Select((thing, place) => (thing.Key, place))
            .ToDictionary(pair => pair.Key, pair => pair.place);
        foreach (var id in RandomLake.Principals)
        {
            var principal = report.Principals.ToList().FindIndex(known => known.Id == id);
            foreach (var (thing, place) in RandomLake.Things().Select(thing => thing.Canonical(TestLake.Account))
                .Select(thing => (thing, Key: $"{thing.Kind} {ReportThing.NameOf(thing, TestLake.Account)}"))
                .Where(pair => places.ContainsKey(pair.Key))
                .Select(pair => (pair.thing, places[pair.Key])))
            {
                // Somebody whom no list names has what everybody has.
                var told = principal >= 0 ? ReportBuilder.Find(report, principal, place)
                    : ReportBuilder.Find(report, Everybody(report), place);
                foreach (var permission in (PermissionRules.Taken(thing) & ~PermissionSet.All).Names()
                    .Select(name => PermissionNames.Parse([name])))
                {
                    var asked = await service.AskAsync(id, permission, thing, null, Ct);
                    var has = told is not null && (told.Access.Permissions & permission) != 0;
                    if (asked.Allowed != has) wrong.Add($"{asked}, but the report says {has}");
                    if (!asked.Allowed || !has) continue;
                    if (permission == PermissionSet.Select && !asked.SelectableColumn.SequenceEqual(told!.Access.Columns))
                        wrong.Add($"{asked}: {asked.SelectableColumn}, not {string.Join(", ", told.Access.Columns)}");
                    if (permission == PermissionSet.Select && !asked.RowFilter.SequenceEqual(told!.Access.RowExpressions))
                        wrong.Add($"{asked}: rows differ");
                    wrong.AddRange(asked.Reason.Where(reason =>
                        !told!.Access.Reasons.Any(other => other.Text == reason.Text && other.Kind.ToString() == reason.Kind))
                        .Select(reason => $"{asked}: the report lacks '{reason.Text}'"));
                }
            }
        }

        return wrong;
    }

    private static int Everybody(LakeReport report) =>
        report.Principals.ToList().FindIndex(principal => principal.Id == LakePrincipal.IamAllowedPrincipalsId);
}
