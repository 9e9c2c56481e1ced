namespace LakeTools.Local.SecretsManager;

/// <summary>
/// The moves of staging labels. A label is on one version of a secret at most. Whenever AWSCURRENT leaves a version for
/// another, AWSPREVIOUS moves to the version that it left, which is no longer pending. A version without any label is deprecated.
/// </summary>
internal static class StagingLabels
{
    public const string Current = "AWSCURRENT";
    public const string Previous = "AWSPREVIOUS";
    public const string Pending = "AWSPENDING";

    /// <summary>Puts labels on a version, taking each from the version that has it.</summary>
    public static void Attach(SecretRepository secrets, SecretRecord secret, string versionId, IEnumerable<string> stages)
    {
        foreach (var stage in stages.Distinct())
        {
            var before = secrets.VersionWith(secret, stage);
            if (before == versionId) continue;
            secrets.SetStage(secret, stage, versionId);
            if (stage != Current || before is null) continue;
            secrets.SetStage(secret, Previous, before);
            if (secrets.VersionWith(secret, Pending) == before) secrets.ClearStage(secret, Pending);
        }
    }

    /// <summary>UpdateSecretVersionStage: takes a label from one version and puts it on another, or on none.</summary>
    public static void Move(SecretRepository secrets, SecretRecord secret, string stage, string? from, string? to)
    {
        var holder = secrets.VersionWith(secret, stage);
        if (to is not null && secrets.FindVersion(secret, to) is not { IsEmpty: false }) throw SecretErrors.NoValueFor(to, stage);
        if (from is not null && from != holder)
            throw SecretErrors.InvalidParameter($"The staging label {stage} isn't currently attached to version {from}.");
        if (to is null)
        {
            if (stage == Current)
                throw SecretErrors.InvalidParameter(
                    "You can only move staging label AWSCURRENT to a different secret version. It can\u2019t be completely removed.");
            if (from is not null) secrets.ClearStage(secret, stage);
            return;
        }

        if (holder is not null && from is null && holder != to)
        {
            throw SecretErrors.InvalidParameter(
                $"The parameter RemoveFromVersionId can't be empty. Staging label {stage} is currently attached to version "
                + $"{holder}, so you must explicitly reference that version in RemoveFromVersionId.");
        }

        Attach(secrets, secret, to, [stage]);
    }
}
