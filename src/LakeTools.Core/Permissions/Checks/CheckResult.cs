using Amazon.Runtime;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>What a check found.</summary>
/// <param name="Name">What was checked.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Text">A sentence or two.</param>
/// <param name="Source">The page that has the rule.</param>
/// <param name="Command">What mends it; null for nothing.</param>
internal sealed record CheckResult(AccessCheckName Name, AccessCheckStatus Status, string Text, string Source, string? Command = null)
{
    public static CheckResult Passed(AccessCheckName name, string text, string source) =>
        new(name, AccessCheckStatus.Passed, text, source);

    public static CheckResult Failed(AccessCheckName name, string text, string source, string? command = null) =>
        new(name, AccessCheckStatus.Failed, text, source, command);

    public static CheckResult Unknown(AccessCheckName name, string text, string source) =>
        new(name, AccessCheckStatus.Unknown, text, source);

    public static CheckResult NotNeeded(AccessCheckName name, string text, string source) =>
        new(name, AccessCheckStatus.NotNeeded, text, source);

    /// <summary>Runs a check; where the caller may not see what it looks at, the answer is that.</summary>
    /// <param name="name">What is checked.</param>
    /// <param name="what">What is looked at, as a part of a sentence.</param>
    /// <param name="right">The right that shows it.</param>
    /// <param name="source">The page that has the rule.</param>
    /// <param name="check">The check.</param>
    public static async Task<CheckResult> OrUnseenAsync(AccessCheckName name, string what, string right, string source,
        Func<Task<CheckResult>> check)
    {
        try
        {
            return await check().ConfigureAwait(false);
        }
        catch (Exception error) when (IsDenied(error))
        {
            return Unseen(name, what, right, source);
        }
    }

    /// <summary>The answer to what the caller may not see.</summary>
    public static CheckResult Unseen(AccessCheckName name, string what, string right, string source) =>
        Unknown(name, $"You may not read {what}. The right {right} would show it.", source);

    /// <summary>Whether a call was refused for want of a right.</summary>
    public static bool IsDenied(Exception error) => error switch
    {
        LakeException lake => lake.Category == LakeErrorCategory.PermissionDenied,
        AmazonServiceException service => SdkErrors.IsDenied(service),
        _ => false,
    };
}
