using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>Walks the pages of ListJobs.</summary>
public interface IListJobsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListJobsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<string> JobNames { get; }
}
