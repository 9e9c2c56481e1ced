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
    private const long DefaultTimeoutMinutes = 2880;

    // API reference, Job; it said 0.9 for years.
    private const string DefaultGlueVersion = "5.1";
    private const double PythonShellCapacity = 0.0625;

    private static readonly Dictionary<string, double> s_units = new(StringComparer.Ordinal)
    {
        ["Standard"] = 1, ["G.025X"] = 0.25, ["G.1X"] = 1, ["G.2X"] = 2, ["G.4X"] = 4, ["G.8X"] = 8, ["G.12X"] = 12, ["G.16X"] = 16,
        ["R.1X"] = 1, ["R.2X"] = 2, ["R.4X"] = 4, ["R.8X"] = 8, ["Z.2X"] = 2,
    };

    private static readonly string[] s_commands = [PythonShell, "glueetl", "gluestreaming"];

    /// <summary>Checks a definition and fills in defaults.</summary>
    public static JsonObject Complete(JsonObject job)
    {
        var command = (job["Command"] as JsonObject)?.Text("Name") ?? "glueetl";
        if (!s_commands.Contains(command)) throw InvalidInput($"Command name {command} is not one of: {string.Join(", ", s_commands)}.");
        if (string.IsNullOrEmpty((job["Command"] as JsonObject)?.Text("ScriptLocation"))) throw InvalidInput("Script location is not set.");
        if (string.IsNullOrEmpty(job.Text("Role"))) throw InvalidInput("Role is not set.");
        CheckCapacity(job, command);
        TakeAllocated(job);
        if (command == PythonShell)
        {
            if (job["MaxCapacity"] is null) job["MaxCapacity"] = PythonShellCapacity;
        }
        else if (job["MaxCapacity"] is null && job["WorkerType"] is null)
        {
            job["WorkerType"] = "G.1X";
            job["NumberOfWorkers"] = 10;
        }

        if (command != PythonShell) job["GlueVersion"] ??= DefaultGlueVersion;
        if (job["Timeout"] is null) job["Timeout"] = DefaultTimeoutMinutes;
        if (job["MaxRetries"] is null) job["MaxRetries"] = 0;
        if (job["ExecutionProperty"] is null) job["ExecutionProperty"] = new JsonObject { ["MaxConcurrentRuns"] = 1 };
        if (job["JobMode"] is null) job["JobMode"] = "SCRIPT";
        return job;
    }

    /// <summary>Checks workers and capacity, which exclude each other.</summary>
    public static void CheckCapacity(JsonObject settings, string command)
    {
        var workers = settings["WorkerType"] is not null || settings["NumberOfWorkers"] is not null;
        if (!workers) return;
        if (command == PythonShell) throw InvalidInput("Worker type and number of workers are not supported for job command pythonshell.");
        if (settings["AllocatedCapacity"] is not null)
            throw InvalidInput("Please do not set Allocated Capacity if using Worker Type and Number of Workers.");
        if (settings["MaxCapacity"] is not null)
            throw InvalidInput("Please do not set Max Capacity if using Worker Type and Number of Workers.");
        if (settings["WorkerType"] is null || settings["NumberOfWorkers"] is null)
            throw InvalidInput("Please set both Worker Type and Number of Workers.");
    }

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
