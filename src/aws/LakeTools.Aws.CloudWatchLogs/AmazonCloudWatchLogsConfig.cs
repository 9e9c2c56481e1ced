using Amazon.CloudWatchLogs.Model;
using LakeTools.Aws.Runtime;

namespace Amazon.CloudWatchLogs;

/// <summary>How a client of Amazon CloudWatch Logs reaches it.</summary>
public partial class AmazonCloudWatchLogsConfig : ServiceConfig
{
    private static readonly ServiceModel s_model = new()
    {
        ServiceId = "CloudWatch Logs",
        EndpointPrefix = "logs",
        ApiVersion = "2014-03-28",
        Protocol = WireProtocol.Json11,
        TargetPrefix = "Logs_20140328",
        CamelCase = true,
        DefaultError = static (message, inner, type, code, id, status) =>
            new AmazonCloudWatchLogsException(message, inner, type, code, id, status),
        Errors = new Dictionary<string, ErrorFactory>
        {
            ["DataAlreadyAcceptedException"] = static (message, inner, type, code, id, status) =>
                new DataAlreadyAcceptedException(message, inner, type, code, id, status),
            ["InvalidParameterException"] = static (message, inner, type, code, id, status) =>
                new InvalidParameterException(message, inner, type, code, id, status),
            ["InvalidSequenceTokenException"] = static (message, inner, type, code, id, status) =>
                new InvalidSequenceTokenException(message, inner, type, code, id, status),
            ["LimitExceededException"] = static (message, inner, type, code, id, status) =>
                new LimitExceededException(message, inner, type, code, id, status),
            ["OperationAbortedException"] = static (message, inner, type, code, id, status) =>
                new OperationAbortedException(message, inner, type, code, id, status),
            ["ResourceAlreadyExistsException"] = static (message, inner, type, code, id, status) =>
                new ResourceAlreadyExistsException(message, inner, type, code, id, status),
            ["ResourceNotFoundException"] = static (message, inner, type, code, id, status) =>
                new ResourceNotFoundException(message, inner, type, code, id, status),
            ["ServiceUnavailableException"] = static (message, inner, type, code, id, status) =>
                new ServiceUnavailableException(message, inner, type, code, id, status),
            ["UnrecognizedClientException"] = static (message, inner, type, code, id, status) =>
                new UnrecognizedClientException(message, inner, type, code, id, status),
        },
    };

    /// <summary>Makes a config with the SDK's defaults.</summary>
    public AmazonCloudWatchLogsConfig()
        : base(s_model)
    {
    }
}
