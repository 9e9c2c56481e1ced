using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace LakeTools.Core.Connection;

/// <summary>
/// Stands behind the SDK's retries in every client. Remembers that a try of a call may have had its effect though no answer came, and
/// marks the refusal of a later try with that; and lets a lake with faults be asked again at once.
/// </summary>
internal sealed class SdkTries : IRuntimePipelineCustomizer
{
    private const string Mark = "LakeTools.AfterLostAnswer";

    private SdkTries()
    {
    }

    /// <inheritdoc/>
    public string UniqueName => nameof(SdkTries);

    /// <summary>Has every client that is made from now on watched; a second time, does nothing.</summary>
    public static void Watch() => RuntimePipelineCustomizerRegistry.Instance.Register(new SdkTries());

    /// <summary>Says whether what a call was refused for may be its own work: an earlier try of it got no answer.</summary>
    public static bool MayBeOurs(Exception refusal) => refusal.Data.Contains(Mark);

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        var policy = pipeline.Handlers.OfType<RetryHandler>().FirstOrDefault()?.RetryPolicy;
        if (policy is not null) pipeline.AddHandlerAfter<RetryHandler>(new Handler(policy));
    }

    /// <summary>No answer, or one that leaves open what happened.</summary>
    private static bool IsLost(Exception failure) => failure switch
    {
        AmazonServiceException { InnerException: HttpRequestException or IOException } => true,
        AmazonServiceException service => (int)service.StatusCode is 0 or >= 500 && service.ErrorCode is not ("SlowDown" or "RequestLimitExceeded"),
        _ => failure is HttpRequestException or IOException or AmazonClientException { InnerException: HttpRequestException or IOException },
    };

    private sealed class Handler(RetryPolicy policy) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var context = executionContext.RequestContext;
            if (context.ClientConfig.HttpClientFactory is EmbeddedTransport { FaultCount: not null } && policy is StandardRetryPolicy standard)
                standard.MaxBackoffInMilliseconds = 0;
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                if (context.ContextAttributes.ContainsKey(Mark)) failure.Data[Mark] = true;
                if (IsLost(failure)) context.ContextAttributes[Mark] = true;
                throw;
            }
        }
    }
}
