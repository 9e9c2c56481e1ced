using System.Runtime.CompilerServices;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>Completes the names of secrets; for Restore-LakeSecret, of those that are marked for deletion.</summary>
public sealed class SecretNameCompleter : LakeCompleter
{
    private protected override string Asked(CompletionLine line) => line.Word;

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var isDeleted = line.Command.EndsWith("Restore-LakeSecret", StringComparison.OrdinalIgnoreCase);
        await foreach (var name in new SecretService(lake).NamesAsync(line.Word, isDeleted, token).ConfigureAwait(false))
            yield return new(name);
    }
}
