namespace Amazon.CloudWatchLogs.Model;

internal sealed class CloudWatchLogsPaginatorFactory(IAmazonCloudWatchLogs client) : ICloudWatchLogsPaginatorFactory
{
    public IFilterLogEventsPaginator FilterLogEvents(FilterLogEventsRequest request) => new FilterLogEventsPaginator(client, request);

    public IDescribeLogGroupsPaginator DescribeLogGroups(DescribeLogGroupsRequest request) =>
        new DescribeLogGroupsPaginator(client, request);

    public IDescribeLogStreamsPaginator DescribeLogStreams(DescribeLogStreamsRequest request) =>
        new DescribeLogStreamsPaginator(client, request);
}
