using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetJobRuns.</summary>
public interface IGetJobRunsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetJobRunsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<JobRun> JobRuns { get; }
}
