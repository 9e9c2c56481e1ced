namespace LakeTools.Local.Wire;

/// <summary>An error as the service would answer it. The wire form (JSON, XML) is made by the protocol that carries it.</summary>
/// <param name="code">AWS's name, such as <c>EntityNotFoundException</c>.</param>
/// <param name="message">AWS's text where it is known, otherwise one in its manner.</param>
/// <param name="status">The HTTP status.</param>
internal sealed class ApiException(string code, string message, int status = 400) : Exception(message)
{
    public string Code => code;

    public int Status => status;

    /// <summary>The elements of an S3 error besides its code and message, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Details { get; init; } = [];

    /// <summary>Headers of the answer that carries it.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];
}
