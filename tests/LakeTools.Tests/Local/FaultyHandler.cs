using System.Net;
using System.Text;

namespace LakeTools.Tests.Local;

/// <summary>
/// A bad network and a busy service: throttles, answers that another writer was there or that something broke, loses requests, and loses
/// answers of requests that took effect; at most twice for one and the same body.
/// </summary>
/// <param name="lake">The lake's own handler.</param>
/// <param name="seed">Decides what fails; null for nothing.</param>
/// <param name="loses">How many of the first answers are lost.</param>
/// <param name="oneIn">How rare each of the six faults is.</param>
/// <param name="refused">The path of an operation that is always denied; null for none.</param>
internal sealed class FaultyHandler(HttpMessageHandler lake, int? seed, int loses = 0, int oneIn = 12, string? refused = null)
    : DelegatingHandler(lake)
{
    private readonly Random _random = new(seed ?? 0);
    private readonly Dictionary<string, int> _faults = [];
    private int _loses = loses;

    private enum Fault
    {
        Throttled, TooManyRequests, Conflict, Broken, LostRequest, LostAnswer, None,
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var fault = Next(request.RequestUri + body);
        HttpResponseMessage Answer(HttpStatusCode status, string code) =>
            new(status) { Content = new StringContent($$"""{"__type":"{{code}}"}""", Encoding.UTF8, "application/json"),
                RequestMessage = request };
        if (refused is not null && request.RequestUri!.AbsolutePath == refused)
            return Answer(HttpStatusCode.BadRequest, "AccessDeniedException");
        switch (fault)
        {
            case Fault.Throttled: return Answer(HttpStatusCode.BadRequest, "ThrottledException");
            case Fault.TooManyRequests: return Answer(HttpStatusCode.TooManyRequests, "ThrottlingException");
            case Fault.Conflict: return Answer(HttpStatusCode.BadRequest, "ConcurrentModificationException");
            case Fault.Broken: return Answer(HttpStatusCode.InternalServerError, "InternalServiceException");
            case Fault.LostRequest: throw new HttpRequestException("the request is lost");
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (fault != Fault.LostAnswer) return answer;
        answer.Dispose();
        throw new HttpRequestException("the answer is lost");
    }

    private Fault Next(string body)
    {
        lock (_faults)
        {
            if (_loses-- > 0) return Fault.LostAnswer;
            if (seed is null || _faults.GetValueOrDefault(body) == 2) return Fault.None;
            var fault = (Fault)Math.Min(_random.Next(oneIn), (int)Fault.None);
            if (fault != Fault.None) _faults[body] = _faults.GetValueOrDefault(body) + 1;
            return fault;
        }
    }
}
