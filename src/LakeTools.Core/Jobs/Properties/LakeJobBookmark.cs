namespace LakeTools;

/// <summary>The bookmark of a job: the data that its runs have already processed.</summary>
/// <param name="JobName">The job.</param>
/// <param name="Version">Counts the bookmark's changes.</param>
/// <param name="Run">Counts the job's runs.</param>
/// <param name="Attempt">Counts the tries of a run.</param>
/// <param name="RunId">The run that it is at.</param>
public sealed record LakeJobBookmark(string JobName, int Version, int Run, int Attempt, string? RunId)
{
    /// <summary>Shows the job.</summary>
    /// <returns>The job's name.</returns>
    public override string ToString() => JobName;
}
