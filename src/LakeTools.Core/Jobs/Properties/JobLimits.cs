namespace LakeTools.Core.Jobs.Properties;

/// <summary>The numbers that a job may have. The least is 1, but for retries, of which there may be none.</summary>
public static class JobLimits
{
    /// <summary>The most workers of a job.</summary>
    public const int MostWorkers = 10_000;

    /// <summary>The most retries of a failed run.</summary>
    public const int MostRetries = 10;

    /// <summary>The longest timeout in minutes: seven days. Source: Glue's developer guide, job properties.</summary>
    public const int LongestTimeout = 10_080;

    /// <summary>The most runs of a job at a time.</summary>
    public const int MostConcurrentRuns = 10_000;
}
