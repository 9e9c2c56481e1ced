namespace LakeTools;

/// <summary>The resource policy of a secret: the principals that may use it besides those whom IAM allows.</summary>
/// <param name="Name">The secret's name.</param>
/// <param name="Arn">The secret's ARN.</param>
/// <param name="Policy">The policy's JSON.</param>
public sealed record LakeSecretPolicy(string Name, string Arn, string Policy);
