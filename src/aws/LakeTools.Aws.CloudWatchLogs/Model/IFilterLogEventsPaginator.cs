using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Walks the pages of FilterLogEvents.</summary>
public interface IFilterLogEventsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<FilterLogEventsResponse> Responses { get; }
}
