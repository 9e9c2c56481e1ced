using Amazon.Runtime;
using LakeTools.Core.Errors;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Permissions.Checks;

/// <summary>The result of a check.</summary>
/// <param name="Name">The name of the check.</param>
/// <param name="Status">The status of the check.</param>
/// <param name="Text">A sentence or two.</param>
/// <param name="Source">The page that has the rule.</param>
/// <param name="Command">The command that corrects it. Null if there is none.</param>
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

    /// <summary>Runs a check. If the caller may not read what it needs, the result says so.</summary>
    /// <param name="name">The name of the check.</param>
    /// <param name="what">The name of the list, as a part of a sentence.</param>
    /// <param name="right">The permission to read it.</param>
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

    /// <summary>The result if the caller may not read it.</summary>
    public static CheckResult Unseen(AccessCheckName name, string what, string right, string source) =>
        Unknown(name, $"You do not have permission to read {what}. The permission {right} is required.", source);

    /// <summary>Whether a call was refused because a permission is missing.</summary>
    public static bool IsDenied(Exception error) => error switch
    {
        LakeException lake => lake.Category == LakeErrorCategory.PermissionDenied,
        AmazonServiceException service => SdkErrors.IsDenied(service),
        _ => false,
    };
}
