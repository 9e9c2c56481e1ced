using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// The versions of secrets: PutSecretValue, GetSecretValue, BatchGetSecretValue, ListSecretVersionIds, UpdateSecretVersionStage.
/// </summary>
internal static class SecretVersions
{
    private const int MaximumVersions = 100;
    private const int MaximumStages = 20;
    private const int DefaultPage = 100;
    private const int DefaultBatchPage = 20;

    public static JsonObject Put(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var value = SecretValue.From(call.Input)
            ?? throw SecretErrors.InvalidRequest("You must provide either SecretString or SecretBinary.");
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        var token = SecretLifecycle.VersionIdOf(call);
        var given = call.Input.Texts("VersionStages") ?? [StagingLabels.Current];
        Add(call, secrets, secret, value, token, given);
        secrets.Save(secret);

        // The requested labels in their order, and then the others.
        var labels = secrets.StagesOf(secret, token);
        return SecretLifecycle.Reference(secret).With("VersionId", token)
            .With("VersionStages", given.Where(labels.Contains).Union(labels).ToJsonArray());
    }

    public static JsonObject Get(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetLive(call.Input.Required("SecretId"));
        return Read(call, secrets, secret, call.Input.Text("VersionId"), call.Input.Text("VersionStage"));
    }

    public static JsonObject GetMany(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var ids = call.Input.Texts("SecretIdList");
        if (ids is null == (SecretFilter.Read(call.Input).Count == 0))
            throw SecretErrors.InvalidParameter("Either 'SecretIdList' or 'Filters' must be provided, but not both.");
        if (ids is not null && call.Input["MaxResults"] is not null)
        {
            throw SecretErrors.InvalidParameter(
                "'Filters' not specified. 'Filters' must also be specified when 'MaxResults' is provided.");
        }

        if (ids is not null) return Values(call, secrets, ids.Distinct(), null);

        var (page, next) = SecretListing.Page(call, secrets, SecretOrder.ByName, withDeleted: false, DefaultBatchPage);
        return Values(call, secrets, page.Select(secret => secret.Arn), next);
    }

    public static JsonObject List(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.Get(call.Input.Required("SecretId"));
        var labels = secrets.Stages(secret).ToLookup(stage => stage.VersionId, stage => stage.Stage);
        var isAll = call.Input.Flag("IncludeDeprecated");
        var versions = secrets.Versions(secret).Where(version => isAll || labels.Contains(version.VersionId));
        var page = new Page(call.Input, PageForm.Secrets, call.Operation, DefaultPage);
        var (shown, next) = page.Cut(versions, version => (version.Created, version.VersionId), NewestFirst);
        return SecretLifecycle.Reference(secret)
            .With("Versions", shown.Select(version => Entry(secret, version, labels[version.VersionId])).ToJsonArray())
            .With("NextToken", next);
    }

    private static int NewestFirst((long Created, string Id) one, (long Created, string Id) other) =>
        one.Created == other.Created ? string.CompareOrdinal(one.Id, other.Id) : other.Created.CompareTo(one.Created);

    public static JsonObject MoveStage(ApiCall call)
    {
        var secrets = SecretRepository.Of(call);
        var secret = secrets.GetOwn(call.Input.Required("SecretId"));
        var stage = call.Input.Required("VersionStage");
        var to = call.Input.Text("MoveToVersionId");
        var endsRotation = stage == StagingLabels.Current && to is not null && secrets.VersionWith(secret, StagingLabels.Pending) == to;
        StagingLabels.Move(secrets, secret, stage, call.Input.Text("RemoveFromVersionId"), to);
        secrets.Save(endsRotation ? SecretRotation.Rotated(secret, secrets.Now) : secret);
        return SecretLifecycle.Reference(secret);
    }

    /// <summary>
    /// Adds a version with its labels. The same token with the same value is the same request sent twice; with another value it is refused.
    /// </summary>
    public static void Add(ApiCall call, SecretRepository secrets, SecretRecord secret, SecretValue value, string token,
        IReadOnlyList<string> stages)
    {
        if (secrets.FindVersion(secret, token) is { IsEmpty: true })
        {
            secrets.FillVersion(secret, value.Seal(call.Lake.Cipher, secret, token, secrets.Now));
            StagingLabels.Attach(secrets, secret, token, stages);
            return;
        }

        if (secrets.FindVersion(secret, token) is { } existing)
        {
            if (!SecretValue.Open(call.Lake.Cipher, secret, existing).SameAs(value)) throw SecretErrors.TokenInUse(token, secret.Arn);
            return;
        }

        var isFirst = secrets.VersionWith(secret, StagingLabels.Current) is null && secrets.Versions(secret).Count == 0;
        secrets.AddVersion(secret, value.Seal(call.Lake.Cipher, secret, token, secrets.Now));
        StagingLabels.Attach(secrets, secret, token, isFirst ? stages.Append(StagingLabels.Current) : stages);
        if (secrets.StagesOf(secret, token).Count > MaximumStages)
            throw new ApiException("LimitExceededException", $"A version can have at most {MaximumStages} staging labels.");
        secrets.TrimVersions(secret, MaximumVersions);
        if (secrets.Versions(secret).Count > MaximumVersions)
        {
            throw new ApiException("LimitExceededException",
                $"A secret can have at most {MaximumVersions} versions, and versions without labels are kept for 24 hours.");
        }
    }

    private static JsonObject Values(ApiCall call, SecretRepository secrets, IEnumerable<string> ids, string? nextToken)
    {
        var values = new JsonArray();
        var errors = new JsonArray();
        foreach (var id in ids)
        {
            try
            {
                values.Add(Read(call, secrets, secrets.GetLive(id), null, null));
            }
            catch (ApiException error)
            {
                errors.Add(new JsonObject { ["SecretId"] = id, ["ErrorCode"] = error.Code, ["Message"] = error.Message });
            }
        }

        return new JsonObject { ["SecretValues"] = values, ["Errors"] = errors }.With("NextToken", nextToken);
    }

    private static JsonObject Read(ApiCall call, SecretRepository secrets, SecretRecord secret, string? versionId, string? stage)
    {
        var id = versionId ?? secrets.VersionWith(secret, stage ?? StagingLabels.Current);
        var version = (id is null ? null : secrets.FindVersion(secret, id)) is { IsEmpty: false } found
            ? found : throw SecretErrors.NoValueFor(versionId, stage ?? StagingLabels.Current);
        var stages = secrets.StagesOf(secret, version.VersionId);
        if (versionId is not null && stage is not null && !stages.Contains(stage))
            throw SecretErrors.InvalidRequest("You provided a VersionStage that is not associated to the provided VersionId.");
        secrets.MarkAccessed(secret, version);
        var output = SecretLifecycle.Reference(secret).With("VersionId", version.VersionId);
        SecretValue.Open(call.Lake.Cipher, secret, version).WriteTo(output);
        if (stages.Count > 0) output.With("VersionStages", stages.ToJsonArray());
        return output.With("CreatedDate", EpochTime.ToWire(version.Created));
    }

    private static JsonObject Entry(SecretRecord secret, SecretVersion version, IEnumerable<string> stages)
    {
        var output = new JsonObject { ["VersionId"] = version.VersionId };
        if (stages.Any()) output.With("VersionStages", stages.ToJsonArray());
        return output
            .With("LastAccessedDate", EpochTime.ToWire(version.Accessed))
            .With("CreatedDate", EpochTime.ToWire(version.Created))
            .With("KmsKeyIds", new JsonArray(secret.KmsKeyId ?? "DefaultEncryptionKey"));
    }
}
