using LakeTools.Local.Wire;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>
/// Lake Formation's errors. Texts are AWS's where somebody has quoted them; AccessDenied arrives with status 400, although the
/// model says 403.
/// </summary>
internal static class LakeFormationErrors
{
    public static ApiException Denied() =>
        new("AccessDeniedException", "Resource does not exist or requester is not authorized to access requested permissions.");

    public static ApiException NotAdministrator(string principal) =>
        new("AccessDeniedException", $"User: {principal} is not a data lake administrator.");

    public static ApiException Invalid(string message) => new("InvalidInputException", message);

    public static ApiException NotFound(string message) => new("EntityNotFoundException", message);

    public static ApiException ModificationInvalid() => Invalid("Permissions modification is invalid.");

    /// <summary>The text is AWS's, seen by getmoto/moto's tests against it.</summary>
    public static ApiException NoSuchTag() => NotFound("Tag or tag value does not exist.");

    public static ApiException LimitExceeded(string message) => new("ResourceNumberLimitExceededException", message);
}
