using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// Secrets Manager's errors with AWS's texts. docs/embedded-lake/secrets-manager.md says which of them were seen in responses of AWS,
/// and which are only documented.
/// </summary>
internal static class SecretErrors
{
    public static ApiException NotFound() => new("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");

    public static ApiException NoValueFor(string? versionId, string stage) => new("ResourceNotFoundException", versionId is null
        ? $"Secrets Manager can't find the specified secret value for staging label: {stage}"
        : $"Secrets Manager can't find the specified secret value for VersionId: {versionId}");

    public static ApiException InvalidName() => new("ValidationException",
        "Invalid name. Must be a valid name containing alphanumeric characters, or any of the following: -/_+=.@!");

    public static ApiException Exists(string name) =>
        new("ResourceExistsException", $"The operation failed because the secret {name} already exists.");

    public static ApiException TokenInUse(string token, string arn) => new("ResourceExistsException",
        $"You can't use ClientRequestToken {token} because that value is already in use for a version of secret {arn}.");

    public static ApiException MarkedForDeletion() =>
        InvalidRequest("You can't perform this operation on the secret because it was marked for deletion.");

    public static ApiException AlreadyScheduled() =>
        InvalidRequest("You can't perform this operation on the secret because it was already scheduled for deletion.");

    public static ApiException NameScheduledForDeletion() =>
        InvalidRequest("You can't create this secret because a secret with this name is already scheduled for deletion.");

    public static ApiException IsReplica() =>
        InvalidParameter("Operation not permitted on a replica secret. Call must be made in primary secret's region.");

    public static ApiException NoSuchFunction() => new("AccessDeniedException",
        "Secrets Manager cannot invoke the specified Lambda function. Ensure that the function policy grants access to the principal "
            + "secretsmanager.amazonaws.com.");

    public static ApiException NoFunction() => InvalidRequest("No Lambda rotation function ARN is associated with this secret.");

    public static ApiException InvalidRequest(string text) => new("InvalidRequestException", text);

    public static ApiException InvalidParameter(string text) => new("InvalidParameterException", text);
}
