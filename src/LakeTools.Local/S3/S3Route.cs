using LakeTools.Local.S3.Calls;
using LakeTools.Local.S3.Operations;
using LakeTools.Local.Wire;

namespace LakeTools.Local.S3;

/// <summary>An operation of S3, and what it takes.</summary>
/// <param name="Run">Answers a request.</param>
/// <param name="Headers">The headers <c>x-amz-…</c> that it acts on.</param>
/// <param name="TakesVersion">True if a request may name a version.</param>
internal sealed record S3Route(S3Route.Operation Run, IReadOnlySet<string> Headers, bool TakesVersion = false)
{
    /// <summary>Answers a request.</summary>
    public delegate Task<WireResponse> Operation(S3Call call, CancellationToken cancellationToken);

    /// <summary>The operation's name in AWS's API.</summary>
    public string Name => Run.Method.Name;
}
