using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>
/// A handler after the retries of the SDK in every client. It records that an attempt without a response may have succeeded, and marks
/// the error of a later attempt with that. For a lake with injected faults, it removes the delay of retries.
/// </summary>
internal sealed class SdkTries : IRuntimePipelineCustomizer
{
    private const string Mark = "LakeTools.AfterLostAnswer";

    // Requests that are not retried if the response is lost, with the error for that.
    private static readonly ConditionalWeakTable<AmazonWebServiceRequest, Func<string, LakeException>> s_once = [];

    // Deletions that fail if the resource does not exist.
    private static readonly string[] s_deletions = ["Delete", "Deregister", "Detach"];

    private SdkTries()
    {
    }

    /// <inheritdoc/>
    public string UniqueName => nameof(SdkTries);

    /// <summary>Adds the handler to every client that is created from now on. A second call has no effect.</summary>
    public static void Watch() => RuntimePipelineCustomizerRegistry.Instance.Register(new SdkTries());

    /// <summary>
    /// Marks a request that starts something again each time, and has no token that identifies a retry: it is not retried after an attempt
    /// that may have succeeded.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="lost">Makes the error, from what is known of the response.</param>
    /// <returns>The request.</returns>
    public static T Once<T>(T request, Func<string, LakeException> lost)
        where T : AmazonWebServiceRequest
    {
        s_once.Add(request, lost);
        return request;
    }

    /// <summary>Returns whether the call may have caused its own error: an earlier attempt had no response.</summary>
    public static bool MayBeOurs(Exception refusal) =>
        refusal.Data.Contains(Mark) || (refusal.InnerException is { } cause && MayBeOurs(cause));

    /// <summary>Returns whether failures in a response may be caused by the call itself: an earlier attempt had no response.</summary>
    public static bool MayBeOurs(AmazonWebServiceResponse answer) => answer.ResponseMetadata?.Metadata.ContainsKey(Mark) == true;

    /// <summary>Marks the error for failures in a response, if an earlier attempt had no response.</summary>
    /// <param name="error">The error.</param>
    /// <param name="mayBeOurs">Whether one had none.</param>
    /// <returns>The error.</returns>
    public static LakeException Marked(LakeException error, bool mayBeOurs)
    {
        if (mayBeOurs) error.Data[Mark] = true;
        return error;
    }

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        var policy = pipeline.Handlers.OfType<RetryHandler>().FirstOrDefault()?.RetryPolicy;
        if (policy is not null) pipeline.AddHandlerAfter<RetryHandler>(new Handler(policy));
    }

    /// <summary>True for a missing response, and for a response that does not show whether the request succeeded.</summary>
    private static bool IsLost(Exception failure) => SdkErrors.IsUnanswered(failure)
        || (failure is AmazonServiceException service && (int)service.StatusCode >= 500 && !SdkErrors.IsThrottling(service));

    private static bool IsGone(Exception failure) =>
        failure is AmazonServiceException service && SdkErrors.Translate(service, "", null).Category == LakeErrorCategory.NotFound;

    private sealed class Handler(RetryPolicy policy) : PipelineHandler
    {
        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            var context = executionContext.RequestContext;
            if (context.ClientConfig.HttpClientFactory is EmbeddedTransport { FaultCount: not null }
                && policy is StandardRetryPolicy standard)
                standard.MaxBackoffInMilliseconds = 0;
            var wasLost = context.ContextAttributes.ContainsKey(Mark);
            var request = context.OriginalRequest.GetType();
            try
            {
                var answer = CallTrace.IsHeard ? await TracedAsync<T>(executionContext).ConfigureAwait(false)
                    : await SendAsync<T>(executionContext).ConfigureAwait(false);
                if (wasLost) MarkAnswer(answer);
                return answer;
            }
            catch (Exception gone) when (wasLost && IsGone(gone)
                && s_deletions.Any(verb => request.Name.StartsWith(verb, StringComparison.Ordinal)))
            {
                // An earlier attempt or another client has deleted it.
                executionContext.ResponseContext.Response = AnswerOf(request);
                return (T)(object)executionContext.ResponseContext.Response;
            }
            catch (Exception failure)
            {
                if (s_once.TryGetValue(context.OriginalRequest, out var lost) && IsLost(failure)
                    && !context.CancellationToken.IsCancellationRequested)
                    throw lost(failure.Message);
                if (wasLost) failure.Data[Mark] = true;
                if (IsLost(failure)) context.ContextAttributes[Mark] = true;
                throw;
            }
        }

        private async Task<T> SendAsync<T>(IExecutionContext executionContext)
            where T : AmazonWebServiceResponse, new()
        {
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (SocketException reset)
            {
                // HttpClient throws it bare if the peer resets a connection while it is opened. The SDK would not retry it.
                throw new HttpRequestException(HttpRequestError.ConnectionError, reset.Message, new IOException(reset.Message, reset));
            }
        }

        private async Task<T> TracedAsync<T>(IExecutionContext executionContext)
            where T : AmazonWebServiceResponse, new()
        {
            var begin = Stopwatch.GetTimestamp();
            try
            {
                var answer = await SendAsync<T>(executionContext).ConfigureAwait(false);
                CallTrace.Tell(executionContext.RequestContext, Stopwatch.GetElapsedTime(begin), answer, null);
                return answer;
            }
            catch (Exception failure)
            {
                CallTrace.Tell(executionContext.RequestContext, Stopwatch.GetElapsedTime(begin), null, failure);
                throw;
            }
        }

        private static AmazonWebServiceResponse AnswerOf(Type request)
        {
            var name = request.FullName!;
            var answer = (AmazonWebServiceResponse)Activator.CreateInstance(
                request.Assembly.GetType(name[..^"Request".Length] + "Response", throwOnError: true)!)!;
            answer.ResponseMetadata = new ResponseMetadata();
            return answer;
        }

        private static void MarkAnswer(object? answer)
        {
            if (answer is AmazonWebServiceResponse response) (response.ResponseMetadata ??= new ResponseMetadata()).Metadata[Mark] = "";
        }
    }
}
