using System.Globalization;
using Amazon.Runtime;

namespace LakeTools.Core.Calls;

/// <summary>
/// Reports each attempt of each call to AWS, or to the embedded lake, to a listener: operation, outcome, time, request ID. It has nothing
/// of the content of requests and responses.
/// </summary>
public static class CallTrace
{
    private static readonly AsyncLocal<Action<string>?> s_listener = new();

    /// <summary>Listens to the calls of the current asynchronous context from now on.</summary>
    /// <param name="listener">Gets a line for each attempt, on any thread.</param>
    public static void Listen(Action<string> listener) => s_listener.Value = listener;

    internal static bool IsHeard => s_listener.Value is not null;

    internal static void Tell(IRequestContext request, TimeSpan time, AmazonWebServiceResponse? answer, Exception? failure)
    {
        if (s_listener.Value is not { } listener) return;
        var operation = request.OriginalRequest.GetType().Name;
        if (operation.EndsWith("Request", StringComparison.Ordinal)) operation = operation[..^"Request".Length];
        var service = failure as AmazonServiceException;
        var outcome = failure is null ? $"{(int)(answer?.HttpStatusCode ?? 0)}"
            : service is { ErrorCode: { Length: > 0 } code } ? $"{(int)service.StatusCode} {code}" : failure.GetType().Name;
        var id = service?.RequestId ?? answer?.ResponseMetadata?.RequestId;
        listener(string.Create(CultureInfo.InvariantCulture,
            $"{request.ServiceMetaData.ServiceId} {operation}, try {request.Retries + 1}: {outcome}, {time.TotalMilliseconds:0} ms")
            + (string.IsNullOrEmpty(id) ? "" : $", request {id}"));
    }
}
