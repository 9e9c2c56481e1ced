using LakeTools.Tests.Peers;

namespace LakeTools.Tests.Oracle;

/// <summary>
/// Lake Formation's rules as AWS's documentation has them, held against the embedded lake and against Test-LakePermission. Nothing here is
/// derived from LakeTools' own rules, which the other tests compare with themselves. Without boto3 the cases are skipped, unless
/// LAKETOOLS_REQUIRE_PEERS is 1. A case that is answered otherwise as yet is skipped with its reason, and fails once it holds.
/// </summary>
public sealed class OracleTests
{
    public static IEnumerable<ITheoryDataRow> All() => Rows(OracleText.Cases.Values);

    public static IEnumerable<ITheoryDataRow> OfRights() => Rows(OracleText.Cases.Values.Where(item => item.AsksForRights));

    [Fact]
    public void The_table_has_at_least_two_hundred_cases() => Assert.True(OracleText.Cases.Count >= 200, $"{OracleText.Cases.Count} cases");

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_lake_does_what_the_page_says(string name)
    {
        var run = await RunAsync();
        Check(OracleText.Cases[name], run.Broken[name] is { Length: > 0 } broken ? broken : run.Server[name]);
    }

    [Theory]
    [MemberData(nameof(OfRights))]
    public async Task Test_LakePermission_says_what_the_page_says(string name)
    {
        var run = await RunAsync();
        Check(OracleText.Cases[name], run.Broken[name] is { Length: > 0 } broken ? broken : [run.Cmdlet[name]]);
    }

    private static void Check(OracleCase item, IReadOnlyList<string> told)
    {
        if (item.Known is not null)
        {
            Assert.False(item.Accepts(told), $"{item.Name} holds now: take its '! {item.Known}' out of the table.");
            Assert.Skip($"{item.Known}\n{item.Told(told)}");
        }

        Assert.True(item.Accepts(told), item.Told(told));
    }

    private static async Task<OracleRun> RunAsync()
    {
        if ((await PeerPython.FindAsync()).Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PEERS") == "1", missing);
            Assert.Fail(missing);
        }

        return await OracleRun.Once();
    }

    private static IEnumerable<ITheoryDataRow> Rows(IEnumerable<OracleCase> cases) => cases.Select(item =>
        new TheoryDataRow<string>(item.Name) { TestDisplayName = $"{item.Page}, {item.Name}: {item.Rule}" });
}
