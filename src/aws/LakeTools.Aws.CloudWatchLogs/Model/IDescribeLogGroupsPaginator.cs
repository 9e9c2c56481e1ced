using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Walks the pages of DescribeLogGroups.</summary>
public interface IDescribeLogGroupsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<DescribeLogGroupsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<LogGroup> LogGroups { get; }
}
