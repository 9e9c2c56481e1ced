using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Glue.Jobs;

/// <summary>What Glue asks of a job's definition beyond its model, and what it fills in. Texts in Glue's manner; see docs/embedded-lake.md.</summary>
internal static class JobRules
{
    public const string PythonShell = "pythonshell";
    private const long DefaultTimeoutMinutes = 2880;
    private const double PythonShellCapacity = 0.0625;

    private static readonly string[] s_commands = [PythonShell, "glueetl", "gluestreaming"];

    /// <summary>Checks a definition and fills in defaults.</summary>
    public static JsonObject Complete(JsonObject job)
    {
        var command = (job["Command"] as JsonObject)?.Text("Name") ?? "glueetl";
        if (!s_commands.Contains(command)) throw InvalidInput($"Command name {command} is not one of: {string.Join(", ", s_commands)}.");
        if (string.IsNullOrEmpty((job["Command"] as JsonObject)?.Text("ScriptLocation"))) throw InvalidInput("Script location is not set.");
        if (string.IsNullOrEmpty(job.Text("Role"))) throw InvalidInput("Role is not set.");
        CheckCapacity(job, command);
        if (command == PythonShell)
        {
            if (job["MaxCapacity"] is null) job["MaxCapacity"] = PythonShellCapacity;
        }
        else if (job["MaxCapacity"] is null && job["WorkerType"] is null)
        {
            job["WorkerType"] = "G.1X";
            job["NumberOfWorkers"] = 10;
        }

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
        if (settings["MaxCapacity"] is not null) throw InvalidInput("Please do not set Max Capacity if using Worker Type and Number of Workers.");
        if (settings["WorkerType"] is null || settings["NumberOfWorkers"] is null)
            throw InvalidInput("Please set both Worker Type and Number of Workers.");
    }

    public static ApiException InvalidInput(string text) => new("InvalidInputException", text);

    public static ApiException NotFound(string what) => new("EntityNotFoundException", $"{what} not found.");
}
