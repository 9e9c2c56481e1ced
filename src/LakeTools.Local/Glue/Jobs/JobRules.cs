using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Jobs;

/// <summary>
/// Glue's rules for a job's definition beyond its model, and its defaults. Texts in Glue's style; see docs/embedded-lake/glue.md.
/// </summary>
internal static class JobRules
{
    /// <summary>The member of a run with its maximum permissions, besides those of its role.</summary>
    public const string SessionPolicy = "ExecutionRoleSessionPolicy";

    public const string PythonShell = "pythonshell";

    private const string Spark = "glueetl";
    private const string FirstFlexibleVersion = "3.0";

    /// <summary>
    /// Seven days, as the developer guide has it; the API reference says less than that. A job with a longer one, of an earlier version of
    /// the lake, has this one.
    /// </summary>
    public const long LongestTimeoutMinutes = 10_080;

    // API reference, Job: 480 minutes for Glue version 5.0 and later.
    private const long DefaultTimeoutMinutes = 2880;
    private const long DefaultTimeoutMinutesOfGlue5 = 480;
    private const double LeastSparkCapacity = 2;
    private const double MostSparkCapacity = 100;
    private const long MostRetries = 10;

    // API reference, Job; it said 0.9 for years.
    private const string DefaultGlueVersion = "5.1";
    private const double PythonShellCapacity = 0.0625;

    private static readonly Dictionary<string, double> s_units = new(StringComparer.Ordinal)
    {
        ["Standard"] = 1, ["G.025X"] = 0.25, ["G.1X"] = 1, ["G.2X"] = 2, ["G.4X"] = 4, ["G.8X"] = 8, ["G.12X"] = 12, ["G.16X"] = 16,
        ["R.1X"] = 1, ["R.2X"] = 2, ["R.4X"] = 4, ["R.8X"] = 8, ["Z.2X"] = 2,
    };

    private static readonly string[] s_commands = [PythonShell, Spark, "gluestreaming"];

    // Developer guide, Glue versions, the oldest first.
    private static readonly string[] s_versions = ["0.9", "1.0", "2.0", "3.0", "4.0", "5.0", DefaultGlueVersion];

    /// <summary>Checks a definition and fills in defaults.</summary>
    public static JsonObject Complete(JsonObject job)
    {
        if (job["Command"] is not JsonObject given) throw InvalidInput("Command is not set.");
        var command = given.Text("Name") ?? throw InvalidInput($"Command name is not set. It is one of: {string.Join(", ", s_commands)}.");
        if (!s_commands.Contains(command)) throw InvalidInput($"Command name {command} is not one of: {string.Join(", ", s_commands)}.");
        if (string.IsNullOrEmpty(given.Text("ScriptLocation"))) throw InvalidInput("Script location is not set.");
        if (string.IsNullOrEmpty(job.Text("Role"))) throw InvalidInput("Role is not set.");
        if (job.Text("GlueVersion") is { } version && !s_versions.Contains(version))
            throw InvalidInput($"Glue version {version} is not one of: {string.Join(", ", s_versions)}.");
        if (command != PythonShell) job["GlueVersion"] ??= DefaultGlueVersion;
        CheckRun(job, command, job.Text("GlueVersion"));
        TakeAllocated(job);
        if (job.Number("MaxRetries") is < 0 or > MostRetries) throw InvalidInput($"Max retries must be between 0 and {MostRetries}.");
        if ((job["ExecutionProperty"] as JsonObject)?.Number("MaxConcurrentRuns") is < 1)
            throw InvalidInput("Max concurrent runs must be at least 1.");
        if (command == PythonShell)
        {
            if (job["MaxCapacity"] is null) job["MaxCapacity"] = PythonShellCapacity;
        }
        else if (job["MaxCapacity"] is null && job["WorkerType"] is null)
        {
            job["WorkerType"] = "G.1X";
            job["NumberOfWorkers"] = 10;
        }

        if (job["Timeout"] is null) job["Timeout"] = IsOfGlue5(job) ? DefaultTimeoutMinutesOfGlue5 : DefaultTimeoutMinutes;
        if (job["MaxRetries"] is null) job["MaxRetries"] = 0;
        if (job["ExecutionProperty"] is null) job["ExecutionProperty"] = new JsonObject { ["MaxConcurrentRuns"] = 1 };
        if (job["JobMode"] is null) job["JobMode"] = "SCRIPT";
        return job;
    }

    /// <summary>
    /// Checks what a job has and a run may have: timeout, execution class, workers and capacity. Workers and capacity exclude each other.
    /// </summary>
    public static void CheckRun(JsonObject settings, string command, string? version)
    {
        // API reference, CreateJob and StartJobRun, ExecutionClass.
        if (settings.Text("ExecutionClass") == "FLEX" && (command != Spark
            || Array.IndexOf(s_versions, version) < Array.IndexOf(s_versions, FirstFlexibleVersion)))
        {
            throw InvalidInput($"ExecutionClass FLEX requires job command {Spark} and Glue version {FirstFlexibleVersion} or later.");
        }

        if (settings.Number("Timeout") > LongestTimeoutMinutes)
            throw InvalidInput($"Timeout must be at most {LongestTimeoutMinutes} minutes.");
        CheckCapacity(settings, command);
    }

    private static void CheckCapacity(JsonObject settings, string command)
    {
        if ((settings["MaxCapacity"] ?? settings["AllocatedCapacity"])?.GetValue<double>() is { } capacity)
        {
            if (command == PythonShell && capacity is not (PythonShellCapacity or 1))
                throw InvalidInput($"Max Capacity of job command {command} must be {PythonShellCapacity} or 1.");
            if (command != PythonShell
                && (capacity is < LeastSparkCapacity or > MostSparkCapacity || capacity != Math.Floor(capacity)))
            {
                throw InvalidInput(
                    $"Max Capacity of job command {command} must be a whole number from {LeastSparkCapacity} to {MostSparkCapacity}.");
            }
        }

        var workers = settings["WorkerType"] is not null || settings["NumberOfWorkers"] is not null;
        if (!workers) return;
        if (command == PythonShell) throw InvalidInput("Worker type and number of workers are not supported for job command pythonshell.");
        if (settings["AllocatedCapacity"] is not null)
            throw InvalidInput("Please do not set Allocated Capacity if using Worker Type and Number of Workers.");
        if (settings["MaxCapacity"] is not null)
            throw InvalidInput("Please do not set Max Capacity if using Worker Type and Number of Workers.");
        if (settings["WorkerType"] is null || settings["NumberOfWorkers"] is null)
            throw InvalidInput("Please set both Worker Type and Number of Workers.");
        if (settings.Number("NumberOfWorkers") < 1) throw InvalidInput("Number of Workers must be at least 1.");
    }

    private static bool IsOfGlue5(JsonObject job) => int.TryParse(job.Text("GlueVersion")?.Split('.')[0], out var major) && major >= 5;

    /// <summary>AllocatedCapacity is the former name of MaxCapacity; settings that have it mean that.</summary>
    public static void TakeAllocated(JsonObject settings)
    {
        if (settings["AllocatedCapacity"] is null) return;
        if (settings["MaxCapacity"] is not null) throw InvalidInput("Please set only Allocated Capacity or Max Capacity.");
        settings["MaxCapacity"] = settings.Number("AllocatedCapacity");
        settings.Remove("AllocatedCapacity");
    }

    /// <summary>
    /// Adds the data processing units of a job's workers, which Glue returns with them; and whole ones by their former name.
    /// </summary>
    public static JsonObject WithCapacity(JsonObject job)
    {
        if (job["MaxCapacity"] is null && job.Number("NumberOfWorkers") is { } workers
            && s_units.TryGetValue(job.Text("WorkerType") ?? "", out var units))
            job["MaxCapacity"] = workers * units;
        if (job["MaxCapacity"] is null) return job;
        job["AllocatedCapacity"] = job.Number("MaxCapacity");
        job["MaxCapacity"] = (decimal)job["MaxCapacity"]!.GetValue<double>() + 0.0m; // told with its decimals: 10.0
        return job;
    }

    public static ApiException InvalidInput(string text) => new("InvalidInputException", text);

    public static ApiException NotFound(string what) => new("EntityNotFoundException", $"{what} not found.");
}
