using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// RotateSecret and CancelRotateSecret. A rotation makes an empty version labelled AWSPENDING, as AWS does before it calls the
/// function. <see cref="RotationFunction"/> says which functions there are.
/// </summary>
internal static class SecretRotation
{
    public static JsonObject Rotate(ApiCall call)
    {
        // A partner of AWS rotates these, and the lake has none.
        if (call.Input["ExternalSecretRotationRoleArn"] is not null
            || call.Input["ExternalSecretRotationMetadata"] is JsonArray { Count: > 0 })
            throw SecretErrors.InvalidRequest("Managed external secrets are not rotated by this lake.");
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        var token = SecretLifecycle.VersionIdOf(call);
        if (IsRepeated(secrets, secret, token)) return SecretLifecycle.Reference(secret).With("VersionId", token);
        var current = secrets.VersionWith(secret, StagingLabels.Current);
        if (secrets.VersionWith(secret, StagingLabels.Pending) is { } pending && pending != current)
            throw SecretErrors.InvalidRequest("A previous rotation isn't complete. That rotation will be reattempted.");
        var rotation = Configured(call.Input, secret, secrets.Now);
        if (!RotationFunction.IsThere(rotation.LambdaArn)) throw SecretErrors.NoSuchFunction();
        secret = secret with { Rotation = rotation };
        secrets.Save(secret);
        if (call.Input["RotateImmediately"] is not null && !call.Input.Flag("RotateImmediately")) return SecretLifecycle.Reference(secret);
        if (secrets.FindVersion(secret, token) is not null) throw SecretErrors.TokenInUse(token, secret.Arn);
        secrets.AddVersion(secret, new SecretVersion(token, false, [], secrets.Now, null));
        StagingLabels.Attach(secrets, secret, token, [StagingLabels.Pending]);
        if (RotationFunction.RunsHere(rotation.LambdaArn)) Run(call, secrets, secret, current, token);
        return SecretLifecycle.Reference(secret).With("VersionId", token);
    }

    public static JsonObject Cancel(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        if (secret.Rotation is not { } rotation) throw SecretErrors.NoFunction();
        secrets.Save(secret with { Rotation = rotation with { Enabled = false } });
        var pending = secrets.VersionWith(secret, StagingLabels.Pending);
        return SecretLifecycle.Reference(secret)
            .With("VersionId", pending == secrets.VersionWith(secret, StagingLabels.Current) ? null : pending);
    }

    /// <summary>Adds what DescribeSecret and ListSecrets tell of a secret that is or was rotated.</summary>
    public static JsonObject Describe(JsonObject output, SecretRecord secret)
    {
        if (secret.Rotation is not { } rotation) return output;
        var rules = new JsonObject()
            .With("AutomaticallyAfterDays", rotation.Days)
            .With("ScheduleExpression", rotation.Schedule)
            .With("Duration", rotation.Duration);
        return output
            .With("RotationEnabled", rotation.Enabled)
            .With("RotationLambdaARN", rotation.LambdaArn)
            .With("RotationRules", rules.Count == 0 ? null : rules)
            .With("LastRotatedDate", EpochTime.ToWire(rotation.Last))
            .With("NextRotationDate", EpochTime.ToWire(RotationSchedule.Next(rotation)));
    }

    /// <summary>Notes the end of a rotation.</summary>
    public static SecretRecord Rotated(SecretRecord secret, long now) =>
        secret.Rotation is { } rotation ? secret with { Rotation = rotation with { Last = now } } : secret;

    private static bool IsRepeated(SecretRepository secrets, SecretRecord secret, string token)
    {
        var stages = secrets.StagesOf(secret, token);
        return secrets.FindVersion(secret, token) is not null
            && (stages.Contains(StagingLabels.Pending) || (stages.Contains(StagingLabels.Current) && secret.Rotation?.Last is not null));
    }

    private static RotationRecord Configured(JsonObject input, SecretRecord secret, long now)
    {
        var lambda = (input.Text("RotationLambdaARN") is { Length: > 0 } given ? given : secret.Rotation?.LambdaArn)
            ?? throw SecretErrors.NoFunction();
        var before = secret.Rotation ?? new RotationRecord(true, lambda, null, null, null, null, now);
        if (input["RotationRules"] is not JsonObject rules) return before with { Enabled = true, LambdaArn = lambda };
        var (days, schedule) = (rules.Number("AutomaticallyAfterDays"), rules.Text("ScheduleExpression"));
        if (days is not null && schedule is not null)
            throw SecretErrors.InvalidParameter("You can't specify both AutomaticallyAfterDays and ScheduleExpression in RotationRules.");
        if (schedule is not null && RotationSchedule.Fault(schedule) is { } fault) throw SecretErrors.InvalidParameter(fault);
        var duration = rules.Text("Duration");
        if (duration is not null && RotationSchedule.WindowFault(duration, schedule) is { } late) throw SecretErrors.InvalidParameter(late);
        return new RotationRecord(true, lambda, days, schedule, duration, before.Last, now);
    }

    private static void Run(ApiCall call, SecretRepository secrets, SecretRecord secret, string? current, string token)
    {
        var version = (current is null ? null : secrets.FindVersion(secret, current))
            ?? throw SecretErrors.NoValueFor(null, StagingLabels.Current);
        var value = RotationFunction.NewValue(SecretValue.Open(call.Lake.Cipher, secret, version));
        secrets.FillVersion(secret, value.Seal(call.Lake.Cipher, secret, token, secrets.Now));
        StagingLabels.Attach(secrets, secret, token, [StagingLabels.Current]);
        secrets.ClearStage(secret, StagingLabels.Pending);
        secrets.Save(Rotated(secret, secrets.Now));
    }
}
