using LakeTools.Core.Connection.Profiles;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Completes the profiles of the shared AWS config and credentials files, with their regions.</summary>
public sealed class ProfileCompleter : LakeCompleter
{
    private protected override IEnumerable<Candidate> Fixed(CompletionLine line) =>
        ProfileStore.List().OrderBy(profile => profile.Name, StringComparer.Ordinal)
            .Select(profile => new Candidate(profile.Name, profile.Region));
}
