using System.Diagnostics;
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

    // These requests would be run twice: they have no token that identifies a retry.
    private static readonly HashSet<string> s_notRepeated = new(StringComparer.Ordinal) { "StartJobRunRequest" };

    // Deletions that fail if the resource does not exist.
    private static readonly string[] s_deletions = ["Delete", "Deregister", "Detach"];

    private SdkTries()
    {
    }

    /// <inheritdoc/>
    public string UniqueName => nameof(SdkTries);

    /// <summary>Adds the handler to every client that is created from now on. A second call has no effect.</summary>
    public static void Watch() => RuntimePipelineCustomizerRegistry.Instance.Register(new SdkTries());

    /// <summary>Returns whether the call may have caused its own error: an earlier attempt had no response.</summary>
    public static bool MayBeOurs(Exception refusal) =>
        refusal.Data.Contains(Mark) || (refusal.InnerException is { } cause && MayBeOurs(cause));

    /// <summary>Returns whether failures in a response may be caused by the call itself: an earlier attempt had no response.</summary>
    public static bool MayBeOurs(AmazonWebServiceResponse answer) => answer.ResponseMetadata?.Metadata.ContainsKey(Mark) == true;

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
                    : await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
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
            catch (Exception lost) when (s_notRepeated.Contains(request.Name) && SdkErrors.IsUnanswered(lost)
                && !context.CancellationToken.IsCancellationRequested)
            {
                throw Fault.AnswerLost(null, lost.Message);
            }
            catch (Exception failure)
            {
                if (wasLost) failure.Data[Mark] = true;
                if (IsLost(failure)) context.ContextAttributes[Mark] = true;
                throw;
            }
        }

        private async Task<T> TracedAsync<T>(IExecutionContext executionContext)
            where T : AmazonWebServiceResponse, new()
        {
            var begin = Stopwatch.GetTimestamp();
            try
            {
                var answer = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
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
