using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of GetJobs.</summary>
public interface IGetJobsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<GetJobsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<Job> Jobs { get; }
}
