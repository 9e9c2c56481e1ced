using System.Runtime.CompilerServices;
using LakeTools.Core.Roles;

namespace LakeTools.Cmdlets.Roles;

/// <summary>Completes roles as <c>role/name</c>, or as ARNs where the word begins like one.</summary>
public sealed class RoleArnCompleter : LakeCompleter
{
    private protected override string Asked(CompletionLine line) => IsArn(line) ? "arn" : "";

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var asArn = IsArn(line);
        await foreach (var arn in new RoleService(lake).ArnsAsync(token).ConfigureAwait(false))
            yield return new(asArn ? arn : LakeText.Principal(arn, null), arn);
    }

    private static bool IsArn(CompletionLine line) => line.Word.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
}
