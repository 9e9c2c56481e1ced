using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Glue.Jobs;
using LakeTools.Local.Identity;

namespace LakeTools.Local.Jobs;

/// <summary>The command line and the environment of a script.</summary>
internal static class JobCommandLine
{
    private static readonly string[] s_systemVariables = ["PATH", "LANG", "TZ", "SystemRoot", "ComSpec", "PATHEXT"];

    /// <summary>
    /// The arguments: the job's defaults, the run's over them, and those that the job does not let be overridden over both.
    /// Glue hands on only names that begin with two dashes.
    /// </summary>
    public static List<string> Arguments(JobRunRecord run)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal) { ["--JOB_NAME"] = run.JobName, ["--JOB_RUN_ID"] = run.Id };
        foreach (var source in new[] { "DefaultArguments", "Arguments", "NonOverridableArguments" })
        {
            foreach (var (name, value) in run.Document[source] as JsonObject ?? [])
                if (name.StartsWith("--", StringComparison.Ordinal)) merged[name] = (string?)value ?? "";
        }

        return merged.SelectMany(argument => new[] { argument.Key, argument.Value }).ToList();
    }

    /// <summary>The environment: nothing of the host's but what programs need to run, and the role's credentials for this lake.</summary>
    public static Dictionary<string, string> Environment(JobFolder folder, LakeContext lake, LocalCredential credential, Uri endpoint)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = folder.Home,
            ["USERPROFILE"] = folder.Home,
            ["TMPDIR"] = folder.Temporary,
            ["TEMP"] = folder.Temporary,
            ["PYTHONPATH"] = folder.Library,
            ["PYTHONUNBUFFERED"] = "1",
            ["PYTHONDONTWRITEBYTECODE"] = "1",
            ["PYTHONIOENCODING"] = "utf-8",
            ["LAKETOOLS_JOB"] = "1",
            ["AWS_ACCESS_KEY_ID"] = credential.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credential.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credential.SessionToken ?? "",
            ["AWS_REGION"] = lake.Region,
            ["AWS_DEFAULT_REGION"] = lake.Region,
            ["AWS_ENDPOINT_URL"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var name in s_systemVariables)
            if (System.Environment.GetEnvironmentVariable(name) is { } value) variables[name] = value;

        // Packages of 'pip install --user' are under the real home, which the job does not see.
        var userBase = System.Environment.GetEnvironmentVariable("PYTHONUSERBASE")
            ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".local");
        if (!OperatingSystem.IsWindows() && Directory.Exists(userBase)) variables["PYTHONUSERBASE"] = userBase;
        return variables;
    }
}
