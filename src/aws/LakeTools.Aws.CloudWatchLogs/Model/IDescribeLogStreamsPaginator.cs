using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>Walks the pages of DescribeLogStreams.</summary>
public interface IDescribeLogStreamsPaginator
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<DescribeLogStreamsResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<LogStream> LogStreams { get; }
}
