using LakeTools.Cmdlets.Permissions;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes principals of an embedded lake that is opened anew: the one that this session is connected to.</summary>
public sealed class LocalPrincipalCompleter : PrincipalCompleter
{
    private protected override LakeConnection? Lake(CompletionLine line)
    {
        if (DefaultConnection.Current is not { LocalPath: { } connected } lake) return null;
        return line.Place("Local") is not { } folder || folder == connected ? lake : null;
    }
}
