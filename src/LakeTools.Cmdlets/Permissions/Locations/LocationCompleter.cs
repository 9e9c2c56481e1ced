using System.Runtime.CompilerServices;
using LakeTools.Core.Permissions.Locations;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>Completes registered locations: as ARNs where the word begins like one, else as addresses.</summary>
public sealed class LocationCompleter : LakeCompleter
{
    private protected override string Asked(CompletionLine line) => IsArn(line) ? "arn" : "";

    private protected override async IAsyncEnumerable<Candidate> ListAsync(
        LakeConnection lake, CompletionLine line, [EnumeratorCancellation] CancellationToken token)
    {
        var asArn = IsArn(line);
        await foreach (var location in new LocationService(lake).ListAsync(token).ConfigureAwait(false))
            yield return new(asArn ? location.ResourceArn : location.Path, LakeText.Principal(location.RoleArn, lake.AccountId));
    }

    private static bool IsArn(CompletionLine line) => line.Word.StartsWith("arn:", StringComparison.OrdinalIgnoreCase);
}
