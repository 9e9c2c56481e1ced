using System.Runtime.CompilerServices;
using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Roles;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>The roles of IAM with their trust and their policies. A definition excludes AWS's own roles.</summary>
internal sealed class RoleState(LakeConnection connection) : IStateStore
{
    // Paths of roles that only AWS creates and changes.
    private static readonly string[] s_ofAws = [":role/aws-service-role/", ":role/aws-reserved/"];

    private const string Path = "path";

    /// <summary>The prefix of tags' fact names.</summary>
    public const string Tag = "tag.";

    /// <summary>A role's properties. Its path is that of its making.</summary>
    public static ServiceFacts<LakeRole, RoleProperties> Facts { get; } = new()
    {
        {
            "trust", PolicyShapes.Document(RoleEditor.Trusts), role => PolicyShapes.Of(role.TrustPolicy),
            (role, policy) => role with { Trust = policy }, Fact.Required,
            "Who may assume it: Glue, LakeFormation, or a document of IAM."
        },
        {
            "policies", new PolicyMap("policy."),
            role => role.InlinePolicy.ToDictionary(policy => policy.Key, policy => (string?)PolicyShapes.Of(policy.Value)),
            (role, policies) => role with { Policies = policies }, Fact.Optional, "Inline policies by name: IAM policy documents."
        },
        {
            "managedPolicies", new TextSet("managed."), role => role.ManagedPolicyArn,
            (role, arns) => role with { Managed = arns }, Fact.Optional, "ARNs of managed policies."
        },
        {
            "tags", new TextMap(Tag), role => TextMap.Of(role.Tag), (role, tags) => role with { Tags = tags },
            Fact.Optional, "Tags of AWS."
        },
        {
            Path, Shapes.Filled(otherwise: "/"), role => RoleEditor.PathOf(role.Arn),
            (role, path) => role with { Path = path },
            Fact.Optional, "The path in IAM, such as /service-role/; for a new role only."
        },
    };

    public StateKind Kind => StateKind.Role;

    /// <summary>Refuses what IAM takes for no role, before any call.</summary>
    public static void Check(string name, IReadOnlyDictionary<string, string> facts)
    {
        RoleNames.Check(name);
        if (facts.GetValueOrDefault(Path) is { } path) RoleNames.CheckPath(name, path);
        foreach (var arn in StateItem.PartOf(facts, "managed.").Keys) RoleNames.CheckPolicy(arn);
    }

    public async IAsyncEnumerable<StateItem> ReadAsync(StateScope scope, IReadOnlyList<StateItem> known,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = connection.IsLocal || scope.Everything
            ? await connection.GetAccountIdAsync(cancellationToken).ConfigureAwait(false) : "";
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pattern in scope.NamesOf(Kind, known.Select(item => item.Facts.GetValueOrDefault("role"))
            .OfType<string>().Where(role => !role.StartsWith("arn:", StringComparison.Ordinal)
                || role.Contains($"::{account}:role/", StringComparison.Ordinal))
            .Select(role => RoleNames.Of(role)[(RoleNames.Of(role).LastIndexOf('/') + 1)..])))
        {
            var roles = new RoleService(connection).FindAsync(pattern, cancellationToken);
            await foreach (var role in Absent.Skip(roles, nameof(Fault.RoleNotFound), cancellationToken).ConfigureAwait(false))
            {
                if (!found.Add(role.Name) || Array.Exists(s_ofAws, path => role.Arn.Contains(path, StringComparison.Ordinal))) continue;
                var key = new StateKey(Kind, role.Name);
                if (scope.Wanted.Find(key) is null && scope.Wanted.Items.FirstOrDefault(item => item.Key.Kind == Kind
                    && item.Key.Id.Equals(role.Name, StringComparison.OrdinalIgnoreCase)) is { } meant)
                    throw Fault.RoleNameMeets(meant.Key.Id, role.Name);
                foreach (var part in role.Further) scope.LeftOut?.Add(part, Kind, role.Name);
                yield return new StateItem(key, Facts.Of(role));
            }
        }
    }

    public async Task ApplyAsync(StateChange change, CancellationToken cancellationToken)
    {
        var (editor, name) = (new RoleEditor(connection), change.Item.Key.Id);
        if (change.After is not { } after)
            await new RoleService(connection).RemoveAsync(name, cancellationToken).ConfigureAwait(false);
        else if (change.Before is null)
            await editor.CreateAsync(name, Facts.Make(new RoleProperties(), after.Facts), cancellationToken).ConfigureAwait(false);
        else
            await editor.ChangeAsync(
                name,
                Facts.Change(new RoleProperties(), change) with
                {
                    Managed = [.. StateItem.PartOf(change.Set, "managed.").Keys],
                    Detached = [.. change.Unset.Where(fact => fact.StartsWith("managed.", StringComparison.Ordinal))
                        .Select(fact => fact["managed.".Length..])],
                },
                cancellationToken).ConfigureAwait(false);
    }
}
