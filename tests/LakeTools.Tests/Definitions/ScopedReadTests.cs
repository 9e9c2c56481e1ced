using LakeTools.Core.Calls;
using LakeTools.Core.Definitions.States;
using LakeTools.Core.Definitions.Stores;
using LakeTools.Tests.Local;
using LakeTools.Tests.Local.LakeFormation;

namespace LakeTools.Tests.Definitions;

/// <summary>
/// Random lakes and random definitions: reading what a definition contains and owns finds what is left of reading everything, if what it
/// neither contains nor owns is taken away.
/// </summary>
public sealed class ScopedReadTests
{
    private static readonly OwnedThing[] s_rules =
    [
        new(OwnedKind.Everything, "*"), new(OwnedKind.Database, "d1"), new(OwnedKind.Database, "*"), new(OwnedKind.Tag, "k"),
        new(OwnedKind.TagExpression, "*"), new(OwnedKind.Principal, "role/p"), new(OwnedKind.Location, "s3://lake"),
        new(OwnedKind.Job, "*"), new(OwnedKind.Connection, "*"), new(OwnedKind.Catalog, "*"), new(OwnedKind.Crawler, "*"),
        new(OwnedKind.Trigger, "*"), new(OwnedKind.Administrators, "*"),
    ];

    // Of what others use too, everything is what the lake refers to.
    private static readonly StateKind[] s_ofAccount = [StateKind.Role, StateKind.Bucket, StateKind.Secret];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_scope_finds_what_is_left_of_everything() => Proof.Try(12, TryAsync);

    private static async Task<string?> TryAsync(int seed, string folder)
    {
        using var lake = await RandomLake.MakeAsync(seed, Ct);
        var reader = new StateReader(lake.Lake.Connect(), new RetryPause((_, _) => Task.CompletedTask, () => 0));
        var all = await reader.ReadAsync(new StateScope(new LakeState([]), Ownership.None, Everything: true), null, Ct);
        var random = new Random(seed);
        for (var round = 0; round < 30; round++)
        {
            var share = random.Next(1, 6);
            var wanted = new LakeState(all.Items.Where(item => !s_ofAccount.Contains(item.Key.Kind) && random.Next(share) == 0));
            var owned = new Ownership([.. s_rules.Where(_ => random.Next(8) == 0)]);
            var scope = new StateScope(wanted, owned);
            var expected = Texts((await reader.ReadAsync(scope with { Everything = true }, null, Ct)).Items.Where(scope.Has));
            var found = Texts((await reader.ReadAsync(scope, null, Ct)).Items);
            if (found != expected) return $"round {round}: found\n{found}\nand not\n{expected}";
        }

        return null;
    }

    private static string Texts(IEnumerable<StateItem> items) =>
        string.Join('\n', items.Where(item => !s_ofAccount.Contains(item.Key.Kind)).Select(Text));

    private static string Text(StateItem item) =>
        $"{item.Key}: {string.Join(", ", item.Facts.Select(fact => $"{fact.Key}={fact.Value}"))}";
}
