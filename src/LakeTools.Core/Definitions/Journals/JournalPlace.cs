using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Journals;

/// <summary>The location of the histories of a lake's definitions.</summary>
public static class JournalPlace
{
    // Set by GitHub, GitLab, CircleCI and others; by Azure Pipelines, CodeBuild, Jenkins, TeamCity and Bitbucket; by Lambda.
    private static readonly string[] s_passing =
    [
        "CI", "TF_BUILD", "CODEBUILD_BUILD_ID", "JENKINS_URL", "TEAMCITY_VERSION", "BITBUCKET_BUILD_NUMBER", "AWS_LAMBDA_FUNCTION_NAME",
    ];

    /// <summary>Opens the store of a lake's histories.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="path">An absolute folder, or an s3:// prefix. Null for the default folder, which has the account in its name.</param>
    /// <param name="cancellationToken">Stops the call that reads the account.</param>
    /// <returns>The place.</returns>
    public static async Task<IJournalStore> OpenAsync(LakeConnection lake, string? path, CancellationToken cancellationToken)
    {
        if (path is not null && S3Uri.LooksLikeOne(path)) return new S3Journal(lake, path);
        var own = lake.LocalPath is { } folder ? Path.Combine(folder, "definitions") : null;
        if (own is not null && (path is null || path == own)) return new FolderJournal(own, isOfLake: true);
        if (path is not null) return new FolderJournal(path);
        var account = await lake.GetAccountIdAsync(cancellationToken).ConfigureAwait(false);
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return new FolderJournal(Path.Combine(data, "LakeTools", "definitions", $"{account}-{lake.Region}"));
    }

    /// <summary>Whether the default folder is on a machine that is deleted after use, such as a CI runner.</summary>
    /// <param name="lake">The lake.</param>
    /// <param name="variable">Reads a variable of the environment.</param>
    /// <returns>True if it is.</returns>
    public static bool IsPassing(LakeConnection lake, Func<string, string?> variable) =>
        lake.LocalPath is null
        && Array.Exists(s_passing, name => variable(name) is { Length: > 0 } value
            && !value.Equals("false", StringComparison.OrdinalIgnoreCase));
}
