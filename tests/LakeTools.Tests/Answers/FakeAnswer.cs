namespace LakeTools.Tests.Answers;

/// <summary>An answer of <see cref="FakeAws"/>.</summary>
/// <param name="Body">JSON or XML.</param>
/// <param name="Status">The status.</param>
internal sealed record FakeAnswer(string Body, int Status = 200)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static implicit operator FakeAnswer(string body) => new(body);

    /// <summary>An error of a service that answers JSON.</summary>
    public static FakeAnswer Error(string code, string message = "no") =>
        new($$"""{ "__type": "{{code}}", "message": "{{message}}" }""", 400);
}
