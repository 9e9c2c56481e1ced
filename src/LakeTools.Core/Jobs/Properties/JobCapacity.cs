using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>The size limits of a job: Spark runs on workers, plain Python on a part of a machine.</summary>
internal static class JobCapacity
{
    public const string PythonShell = "pythonshell";

    /// <summary>Refuses what Glue refuses, before the call.</summary>
    /// <exception cref="LakeException"><c>InvalidJobCapacity</c>.</exception>
    public static void Check(string job, string? command, string? workerType, int? numberOfWorkers, double? maxCapacity)
    {
        if (command == PythonShell)
        {
            if (workerType is not null || numberOfWorkers is not null)
                throw Invalid(job, "a pythonshell job has no workers; use -MaxCapacity 1 for more capacity than the default of 0.0625");
            if (maxCapacity is not (null or 0.0625 or 1)) throw Invalid(job, "a pythonshell job has -MaxCapacity 0.0625 or 1");
            return;
        }

        if (maxCapacity is not null && (workerType is not null || numberOfWorkers is not null))
            throw Invalid(job, "-MaxCapacity and workers exclude each other");
        if (workerType is null != numberOfWorkers is null)
            throw Invalid(job, workerType is null ? "-NumberOfWorkers needs a -WorkerType" : "-WorkerType needs a -NumberOfWorkers");
    }

    private static LakeException Invalid(string job, string why) => Fault.InvalidJobCapacity(job, why);
}
