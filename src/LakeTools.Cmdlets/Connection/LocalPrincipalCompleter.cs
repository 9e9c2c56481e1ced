using System.Runtime.CompilerServices;
using LakeTools.Cmdlets.Permissions;

namespace LakeTools.Cmdlets.Connection;

/// <summary>
/// Completes users and roles of an embedded lake that is opened again: the lake of this session's connection. Nobody can act
/// as another principal.
/// </summary>
public sealed class LocalPrincipalCompleter : PrincipalCompleter
{
    private protected override LakeConnection? Lake(CompletionLine line)
    {
        if (DefaultConnection.Current is not { LocalPath: { } connected } lake) return null;
        return line.Place("Local") is not { } folder || folder == connected ? lake : null;
    }

    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) => [];

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var candidate in base.ListAsync(lake, line, token).ConfigureAwait(false))
            if (LocalConnection.CanSignIn(candidate.Name)) yield return candidate;
    }
}
