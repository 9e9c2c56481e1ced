namespace LakeTools;

/// <summary>The resource policy of a secret: who may use it beside those whom IAM allows.</summary>
/// <param name="Name">The secret's name.</param>
/// <param name="Arn">The secret's ARN.</param>
/// <param name="Policy">The policy's JSON.</param>
public sealed record LakeSecretPolicy(string Name, string Arn, string Policy);
