using System.Runtime.CompilerServices;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// The secrets of Secrets Manager without their values, which are in no definition, plan and journal. A new one has no value, or a random
/// password where the definition says so.
/// </summary>
internal sealed class SecretState(LakeConnection connection) : IStateStore
{
    private const string Generate = "generate";

    /// <summary>A secret's properties.</summary>
    public static ServiceFacts<SecretProperties, SecretProperties> Facts { get; } = new()
    {
        {
            "description", Shapes.Text, secret => secret.Description, (secret, text) => secret with { Description = text ?? "" },
            Fact.Optional, "What it is for."
        },
        {
            "kmsKey", Shapes.Filled(), secret => secret.KmsKeyId, (secret, key) => secret with { KmsKeyId = key },
            Fact.Optional, "The key that encrypts it; without it, the account's own."
        },
        {
            "tags", new TextMap("tag."), secret => secret.Tags, (secret, tags) => secret with { Tags = tags },
            Fact.Optional, "Tags of AWS."
        },
        {
            "policy", PolicyShapes.Document(), secret => secret.Policy, (secret, policy) => secret with { Policy = policy ?? "" },
            Fact.Optional, "Its resource policy: a document of IAM."
        },
        {
            Generate, Shapes.Truth, secret => secret.IsGenerated, (secret, value) => secret with { IsGenerated = value },
            Fact.Optional, "A new secret gets a random password of 32 characters. By default, it has no value."
        },
    };

    public StateKind Kind => StateKind.Secret;

    /// <summary>Refuses what Secrets Manager takes for no name, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts) => SecretErrors.CheckName(name);

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var service = new SecretService(connection);
        var found = new HashSet<string>(StringComparer.Ordinal);
        var used = known.Where(item => item.Key.Kind == StateKind.Connection)
            .Select(item => item.Facts.GetValueOrDefault("secret")).OfType<string>();
        foreach (var pattern in scope.NamesOf(Kind, used))
        {
            var secrets = service.DescribeAsync(pattern, false, null, cancellationToken);
            await foreach (var secret in Absent.Skip(secrets, nameof(Fault.SecretNotFound), cancellationToken).ConfigureAwait(false))
            {
                if (secret.DeletedDate is not null || secret.OwningService is not null || !found.Add(secret.Name)) continue;
                var (isThere, policy) = await ListedThing.ReadAsync(async () =>
                    (true, await new SecretPolicyService(connection).GetAsync(secret.Arn, cancellationToken).ConfigureAwait(false)),
                    nameof(Fault.SecretNotFound), (false, null)).ConfigureAwait(false);
                if (!isThere) continue;
                var key = new StateKey(Kind, secret.Name);
                if (secret.RotationEnabled) scope.LeftOut?.Add("rotation", Kind, secret.Name);
                if (secret.Replica.Count > 0) scope.LeftOut?.Add("replicas", Kind, secret.Name);
                yield return new StateItem(key, Facts.Of(new SecretProperties
                {
                    Description = secret.Description,
                    KmsKeyId = secret.KmsKeyId,
                    Tags = TextMap.Of(secret.Tag),
                    Policy = policy is null ? null : PolicyShapes.Of(policy.Policy),

                    // A secret does not tell how its value was made.
                    IsGenerated = scope.Wanted.Find(key)?.Facts.GetValueOrDefault(Generate) is { } said ? bool.Parse(said) : null,
                }));
            }
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var (service, name) = (new SecretService(connection), change.Item.Key.Id);
        if (change.After is not { } after)
        {
            await service.RemoveAsync(name, recoveryDays: null, force: false, cancellationToken).ConfigureAwait(false);
            return;
        }

        var isNew = change.Before is null && !await TryRestoreAsync(service, name, cancellationToken).ConfigureAwait(false);
        var wanted = change.Before is null
            ? Facts.Make(new SecretProperties(), after.Facts) : Facts.Change(new SecretProperties(), change);
        var tags = wanted.Tags.Where(tag => tag.Value is not null).ToDictionary(tag => tag.Key, tag => tag.Value!);
        if (isNew)
        {
            var value = wanted.IsGenerated != true ? null : SecretContent.OfText(await new PasswordService(connection)
                .CreateAsync(new PasswordOptions(), cancellationToken).ConfigureAwait(false));
            await service.CreateAsync(new NewSecret(name, value, wanted.Description, wanted.KmsKeyId, tags), cancellationToken)
                .ConfigureAwait(false);
        }
        else
        {
            await service.ChangeAsync(
                new SecretChange(name, null, null, wanted.Description, wanted.KmsKeyId)
                {
                    Tags = tags,
                    RemovedTags = [.. wanted.Tags.Where(tag => tag.Value is null).Select(tag => tag.Key)],
                },
                cancellationToken).ConfigureAwait(false);
        }

        if (wanted.Policy is not { } policy) return;
        var policies = new SecretPolicyService(connection);
        if (policy.Length == 0) await policies.RemoveAsync(name, cancellationToken).ConfigureAwait(false);
        else await policies.SetAsync(name, policy, allowPublic: false, cancellationToken).ConfigureAwait(false);
    }

    // One that waits for the end of its recovery window comes back with its value.
    private static async Task<bool> TryRestoreAsync(SecretService service, string name, CancellationToken cancellationToken)
    {
        var secrets = service.DescribeAsync(KeyPattern.Escape(name), true, null, cancellationToken);
        await foreach (var secret in Absent.Skip(secrets, nameof(Fault.SecretNotFound), cancellationToken).ConfigureAwait(false))
        {
            if (secret.DeletedDate is null) continue;
            await service.RestoreAsync(name, cancellationToken).ConfigureAwait(false);
            return true;
        }

        return false;
    }
}
