namespace Amazon.CloudWatchLogs.Model;

/// <summary>Makes the paginators of Amazon CloudWatch Logs.</summary>
public interface ICloudWatchLogsPaginatorFactory
{
    /// <summary>Walks FilterLogEvents.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IFilterLogEventsPaginator FilterLogEvents(FilterLogEventsRequest request);

    /// <summary>Walks DescribeLogGroups.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IDescribeLogGroupsPaginator DescribeLogGroups(DescribeLogGroupsRequest request);

    /// <summary>Walks DescribeLogStreams.</summary>
    /// <param name="request">The first page's request.</param>
    /// <returns>The pages.</returns>
    IDescribeLogStreamsPaginator DescribeLogStreams(DescribeLogStreamsRequest request);
}
