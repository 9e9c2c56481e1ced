using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using LakeTools.Local.Identity;
using LakeTools.Tests.Local;

namespace LakeTools.Tests.Peers;

/// <summary>
/// Runs each tests/Peers/test_*.py against an embedded lake behind its loopback port: boto3 and the AWS CLI read the
/// answers with their own eyes. Where they are missing the cases are skipped, unless LAKETOOLS_REQUIRE_PEERS is 1.
/// </summary>
public sealed partial class PeerTests
{
    private const string OtherAccount = "444455556666";

    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Peers");
    private static readonly ConcurrentDictionary<string, Task<(int Code, string Output)>> s_runs = new();
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    public static TheoryData<string> Files =>
        new(Directory.EnumerateFiles(s_folder, "test_*.py").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_peer_is_a_client_in_good_standing(string file)
    {
        var python = await PeerPython.FindAsync();
        if (python.Missing is { } missing)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PEERS") == "1", missing);
            Assert.Fail(missing);
        }

        var (code, output) = await RunAsync(file);
        Assert.True(code == 0, output);

        // unittest succeeds where it found nothing to run.
        Assert.Matches(@"Ran [1-9][0-9]* test", output);
    }

    /// <summary>What a peer skips inside a file that passes is counted too, with its reason.</summary>
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Skipped), DisableDiscoveryEnumeration = true)]
    public void What_a_peer_is_too_old_for_is_counted(string file, string test, string reason) => Assert.Skip($"{file}, {test}: {reason}");

    public static async Task<IEnumerable<ITheoryDataRow>> Skipped()
    {
        if ((await PeerPython.FindAsync()).Missing is not null) return [];
        var files = Files.Select(row => row.Data).ToList();
        var runs = new List<ITheoryDataRow>();
        foreach (var file in files)
        {
            foreach (Match match in SkippedTest().Matches((await RunAsync(file)).Output))
                runs.Add(new TheoryDataRow<string, string, string>(file, match.Groups["test"].Value, match.Groups["reason"].Value));
        }

        return runs;
    }

    private static Task<(int Code, string Output)> RunAsync(string file) => s_runs.GetOrAdd(file, RunOnceAsync);

    private static async Task<(int Code, string Output)> RunOnceAsync(string file)
    {
        using var lake = new TestLake();
        var start = new ProcessStartInfo((await PeerPython.FindAsync())
            .Path!) { WorkingDirectory = s_folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-B", "-m", "unittest", "-v", file]) start.ArgumentList.Add(argument);
        SetEnvironment(start.Environment, lake);
        return await PeerProcess.RunAsync(start, s_patience, CancellationToken.None);
    }

    [GeneratedRegex(@"^(?<test>test_\w+) \([^\n]*\)(?:\n[^\n]*?)? \.\.\. skipped ['""](?<reason>[^\n]*)['""]$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SkippedTest();

    private static void SetEnvironment(IDictionary<string, string?> environment, TestLake lake)
    {
        foreach (var name in environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        var administrator = lake.Lake.CredentialFor(lake.Lake.AdministratorArn);
        var analyst = lake.Lake.CredentialFor(TestLake.Analyst);
        var other = lake.Lake.CredentialFor($"arn:aws:iam::{OtherAccount}:role/LakeAdmin");
        environment["LAKE_OTHER_ACCOUNT"] = OtherAccount;
        environment["LAKE_OTHER_ACCESS_KEY_ID"] = other.AccessKeyId;
        environment["LAKE_OTHER_SECRET_ACCESS_KEY"] = other.SecretAccessKey;
        environment["LAKE_ENDPOINT"] = lake.Lake.StartServer().AbsoluteUri;
        environment["LAKE_ACCOUNT"] = lake.Lake.AccountId;
        environment["LAKE_FOLDER"] = lake.Folder;
        environment["LAKE_OPERATIONS"] = JsonSerializer.Serialize(AnsweredOperations.ByService());
        environment["AWS_DEFAULT_REGION"] = lake.Lake.Region;
        environment["AWS_ACCESS_KEY_ID"] = administrator.AccessKeyId;
        environment["AWS_SECRET_ACCESS_KEY"] = administrator.SecretAccessKey;
        environment["LAKE_ANALYST_ACCESS_KEY_ID"] = analyst.AccessKeyId;
        environment["LAKE_ANALYST_SECRET_ACCESS_KEY"] = analyst.SecretAccessKey;

        // Nothing of the machine's own set-up.
        environment["AWS_CONFIG_FILE"] = Path.Combine(lake.Folder, "no-config");
        environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(lake.Folder, "no-credentials");
        environment["AWS_EC2_METADATA_DISABLED"] = "true";
        environment["AWS_PAGER"] = "";
    }
}
