using System.Runtime.CompilerServices;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Completes the names of secrets; for Restore-LakeSecret, of those that are marked for deletion.</summary>
public sealed class SecretNameCompleter : LakeCompleter
{
    private const int Limit = 50;

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var isDeleted = line.Command.EndsWith("Restore-LakeSecret", StringComparison.OrdinalIgnoreCase);
        foreach (var name in await new SecretService(lake).NamesAsync(line.Word, isDeleted, Limit, token).ConfigureAwait(false))
            yield return new(name);
    }
}
