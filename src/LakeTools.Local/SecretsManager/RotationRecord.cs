namespace LakeTools.Local.SecretsManager;

/// <summary>The rotation settings of a secret.</summary>
/// <param name="Enabled">False after CancelRotateSecret, which leaves the rest.</param>
/// <param name="LambdaArn">The function that makes and tries new values.</param>
/// <param name="Days">Days between rotations; null if a schedule says.</param>
/// <param name="Schedule">Such as <c>rate(10 days)</c> or <c>cron(0 8 1 * ? *)</c>.</param>
/// <param name="Duration">The time in which a rotation must begin, such as <c>3h</c>.</param>
/// <param name="Last">When the last rotation ended; milliseconds since 1970.</param>
/// <param name="Since">When the rules were set, from which the first rotation counts; milliseconds since 1970.</param>
internal sealed record RotationRecord(bool Enabled, string LambdaArn, long? Days, string? Schedule, string? Duration, long? Last,
    long Since);
