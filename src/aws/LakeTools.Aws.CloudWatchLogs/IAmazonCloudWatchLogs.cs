using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.CloudWatchLogs.Model;

namespace Amazon.CloudWatchLogs;

/// <summary>Amazon CloudWatch Logs.</summary>
public partial interface IAmazonCloudWatchLogs : IAmazonService, IDisposable
{
    /// <summary>Walks lists page by page.</summary>
    ICloudWatchLogsPaginatorFactory Paginators { get; }

    /// <summary>Calls CreateLogGroup.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="ResourceAlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="LimitExceededException">Answered by the service.</exception>
    /// <exception cref="OperationAbortedException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    Task<CreateLogGroupResponse> CreateLogGroupAsync(CreateLogGroupRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls CreateLogStream.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="ResourceAlreadyExistsException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    Task<CreateLogStreamResponse> CreateLogStreamAsync(CreateLogStreamRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls PutLogEvents.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="InvalidSequenceTokenException">Answered by the service.</exception>
    /// <exception cref="DataAlreadyAcceptedException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    /// <exception cref="UnrecognizedClientException">Answered by the service.</exception>
    Task<PutLogEventsResponse> PutLogEventsAsync(PutLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls GetLogEvents.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    Task<GetLogEventsResponse> GetLogEventsAsync(GetLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls FilterLogEvents.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    Task<FilterLogEventsResponse> FilterLogEventsAsync(FilterLogEventsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DescribeLogGroups.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    Task<DescribeLogGroupsResponse> DescribeLogGroupsAsync(DescribeLogGroupsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Calls DescribeLogStreams.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="InvalidParameterException">Answered by the service.</exception>
    /// <exception cref="ResourceNotFoundException">Answered by the service.</exception>
    /// <exception cref="ServiceUnavailableException">Answered by the service.</exception>
    Task<DescribeLogStreamsResponse> DescribeLogStreamsAsync(
        DescribeLogStreamsRequest request, CancellationToken cancellationToken = default);

    /// <summary>Where a request would go.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The endpoint.</returns>
    Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request);

    /// <inheritdoc/>
    static ClientConfig IAmazonService.CreateDefaultClientConfig() => new AmazonCloudWatchLogsConfig();

    /// <inheritdoc/>
    static IAmazonService IAmazonService.CreateDefaultServiceClient(AWSCredentials awsCredentials, ClientConfig clientConfig) =>
        awsCredentials is null
        ? new AmazonCloudWatchLogsClient((AmazonCloudWatchLogsConfig)clientConfig)
        : new AmazonCloudWatchLogsClient(awsCredentials, (AmazonCloudWatchLogsConfig)clientConfig);
}
