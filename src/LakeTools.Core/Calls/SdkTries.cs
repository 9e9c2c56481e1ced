using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Calls;

/// <summary>
/// Stands behind the SDK's retries in every client. Remembers that a try of a call may have had its effect though no answer came, and marks
/// what a later try is told with that; and lets a lake with faults be asked again at once.
/// </summary>
internal sealed class SdkTries : IRuntimePipelineCustomizer
{
    private const string Mark = "LakeTools.AfterLostAnswer";

    // What would be done twice: these requests have no token that tells a second try from a second wish.
    private static readonly HashSet<string> s_notRepeated = new(StringComparer.Ordinal) { "StartJobRunRequest" };

    // Deletions that refuse what is gone.
    private static readonly string[] s_deletions = ["Delete", "Deregister", "Detach"];

    private SdkTries()
    {
    }

    /// <inheritdoc/>
    public string UniqueName => nameof(SdkTries);

    /// <summary>Has every client that is made from now on watched; a second time, does nothing.</summary>
    public static void Watch() => RuntimePipelineCustomizerRegistry.Instance.Register(new SdkTries());

    /// <summary>Says whether what a call was refused for may be its own work: an earlier try of it got no answer.</summary>
    public static bool MayBeOurs(Exception refusal) =>
        refusal.Data.Contains(Mark) || (refusal.InnerException is { } cause && MayBeOurs(cause));

    /// <summary>Says whether what an answer lists as failed may be the call's own work: an earlier try of it got no answer.</summary>
    public static bool MayBeOurs(AmazonWebServiceResponse answer) => answer.ResponseMetadata?.Metadata.ContainsKey(Mark) == true;

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        var policy = pipeline.Handlers.OfType<RetryHandler>().FirstOrDefault()?.RetryPolicy;
        if (policy is not null) pipeline.AddHandlerAfter<RetryHandler>(new Handler(policy));
    }

    /// <summary>True for no answer, and for one that leaves open what happened.</summary>
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
                // Which an earlier try has done, or somebody else, to the same end.
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
