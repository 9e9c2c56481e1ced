namespace LakeTools;

/// <summary>How one service answered.</summary>
/// <param name="Service">The service's name, as Connect-Lake -Endpoint takes it.</param>
/// <param name="Reachable">True where it answered, even with a refusal.</param>
/// <param name="RoundTrip">How long the answer took.</param>
/// <param name="Message">Why it did not answer, or refused; null where all is well.</param>
public sealed record LakeServiceTest(string Service, bool Reachable, TimeSpan RoundTrip, string? Message)
{
    /// <summary>The service and how it answered, in short.</summary>
    /// <returns>Such as <c>Glue 12 ms</c>.</returns>
    public override string ToString() => Message is null ? $"{Service} {RoundTrip.TotalMilliseconds:0} ms" : $"{Service}: {Message}";
}
