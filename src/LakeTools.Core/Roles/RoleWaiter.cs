using LakeTools.Core.Calls;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Roles;

/// <summary>
/// Waits until a new role can be used. IAM answers from several copies that agree only after a while (user guide,
/// 'Changes that I make are not always immediately visible'), and does not tell when: a role that is read whole several
/// times in a row is taken to be everywhere.
/// </summary>
internal sealed class RoleWaiter(RoleService roles, LakeConnection connection)
{
    private const int Readings = 5;
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    public async Task<LakeRole> WaitAsync(string name, IReadOnlyList<string> managed, bool hasInline, IProgress<LakeProgress>? progress,
        CancellationToken cancellationToken)
    {
        var start = TimeProvider.System.GetTimestamp();
        // An embedded lake has one copy.
        var wanted = connection.IsLocal ? 1 : Readings;
        for (var seen = 0; ;)
        {
            var role = await TryReadAsync(name, cancellationToken).ConfigureAwait(false);
            var isWhole = role is not null && managed.All(role.ManagedPolicyArn.Contains) && hasInline == role.InlinePolicyName.Count > 0;
            seen = isWhole ? seen + 1 : 0;
            if (seen >= wanted) return role!;
            if (TimeProvider.System.GetElapsedTime(start) > s_patience)
            {
                throw Fault.RoleNotReady(name, (int)s_patience.TotalSeconds);
            }

            progress?.Report(new LakeProgress($"Role {name}", "Waiting until IAM returns the role consistently", seen, wanted));
            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LakeRole?> TryReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await roles.GetAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (LakeException exception) when (exception.Id == nameof(Fault.RoleNotFound))
        {
            return null;
        }
        catch (Exception error) when (LaterStep.HasFailed(error, cancellationToken))
        {
            throw LaterStep.NotRead(name, $"The role '{name}' was created", error);
        }
    }
}
