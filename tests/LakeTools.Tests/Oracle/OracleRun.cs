using System.Diagnostics;
using System.Text.Json;
using LakeTools.Tests.Local;
using LakeTools.Tests.Peers;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Oracle;

/// <summary>
/// Asks all questions of the oracle in three processes: boto3 makes the ground of every case in a lake of its own, Test-LakePermission says
/// who may do what there, and boto3 then does it.
/// </summary>
/// <param name="Server">What the lakes answered to boto3, by the cases' names.</param>
/// <param name="Cmdlet">What Test-LakePermission said, of the cases that ask for rights.</param>
/// <param name="Broken">What went wrong with the ground of a case.</param>
internal sealed record OracleRun(
    IReadOnlyDictionary<string, string[]> Server, IReadOnlyDictionary<string, string> Cmdlet, IReadOnlyDictionary<string, string[]> Broken)
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests/LakeTools.Tests/Oracle");
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    // Who acts in the cases. In the sentences LakeAdmin is called admin.
    private static readonly string[] s_roles = ["admin", "analyst", "other", "maker", "viewer"];

    private static readonly Lazy<Task<OracleRun>> s_run = new(RunAsync);

    /// <summary>The one run of this process.</summary>
    public static Task<OracleRun> Once() => s_run.Value;

    private static async Task<OracleRun> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var lakes = OracleText.Cases.Keys.ToDictionary(name => name, _ => new TestLake());
        try
        {
            var cases = Path.Combine(folder.Path, "cases.json");
            await File.WriteAllTextAsync(cases, JsonSerializer.Serialize(OracleText.Cases.Values.Select(item => OfServer(item, lakes))));
            var broken = await PythonAsync<string[]>("given", cases, folder);
            var rights = Path.Combine(folder.Path, "rights.json");
            await File.WriteAllTextAsync(rights, JsonSerializer.Serialize(OracleText.Cases.Values.Where(item => item.AsksForRights)
                .Select(item => new { id = item.Name, folder = lakes[item.Name].Folder, ask = item.Ask })));
            var cmdlet = await PwshAsync(rights, folder);
            return new OracleRun(await PythonAsync<string[]>("ask", cases, folder), cmdlet, broken);
        }
        finally
        {
            foreach (var lake in lakes.Values) lake.Dispose();
        }
    }

    private static object OfServer(OracleCase item, Dictionary<string, TestLake> lakes)
    {
        var lake = lakes[item.Name].Lake;
        return new
        {
            id = item.Name,
            endpoint = lake.StartServer().AbsoluteUri,
            region = lake.Region,
            account = lake.AccountId,
            keys = s_roles.ToDictionary(role => role, role =>
            {
                var keys = lake.CredentialFor(role == "admin" ? lake.AdministratorArn : $"arn:aws:iam::{lake.AccountId}:role/{role}");
                return new[] { keys.AccessKeyId, keys.SecretAccessKey };
            }),
            given = OracleText.World.Concat(item.Given),
            ask = item.Ask,
        };
    }

    private static async Task<Dictionary<string, T>> PythonAsync<T>(string phase, string cases, TemporaryFolder folder)
    {
        var answers = Path.Combine(folder.Path, phase + ".json");
        var start = new ProcessStartInfo((await PeerPython.FindAsync()).Path!)
        {
            WorkingDirectory = s_folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var argument in (string[])["-B", "oracle.py", phase, cases, answers]) start.ArgumentList.Add(argument);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);

        // Nothing of the machine's own set-up.
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(folder.Path, "no-config");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder.Path, "no-credentials");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        var (code, output) = await PeerProcess.RunAsync(start, s_patience, CancellationToken.None);
        if (code != 0) throw new InvalidOperationException(output);
        return JsonSerializer.Deserialize<Dictionary<string, T>>(await File.ReadAllTextAsync(answers))!;
    }

    private static async Task<Dictionary<string, string>> PwshAsync(string cases, TemporaryFolder folder)
    {
        var answers = Path.Combine(folder.Path, "cmdlet.json");
        var end = await PwshProcess.RunAsync(
            ["-NonInteractive", Path.Combine(s_folder, "Oracle.ps1"), "-Cases", cases, "-Answers", answers]);
        if (end.ExitCode != 0 || !File.Exists(answers)) throw new InvalidOperationException(end.Output + end.Error);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(answers))!;
    }
}
