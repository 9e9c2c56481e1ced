namespace LakeTools;

/// <summary>The answer of one service.</summary>
/// <param name="Service">The name of the service for Connect-Lake -Endpoint.</param>
/// <param name="Reachable">True if it responded, even with a refusal.</param>
/// <param name="RoundTrip">The time of the response.</param>
/// <param name="Message">The reason of a failure or refusal. Null if there is none.</param>
public sealed record LakeServiceTest(string Service, bool Reachable, TimeSpan RoundTrip, string? Message)
{
    /// <summary>The service and its response, in short.</summary>
    /// <returns>Such as <c>Glue 12 ms</c>.</returns>
    public override string ToString() => Message is null ? $"{Service} {RoundTrip.TotalMilliseconds:0} ms" : $"{Service}: {Message}";
}
