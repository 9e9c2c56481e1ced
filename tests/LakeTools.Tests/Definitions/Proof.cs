using FsCheck;
using FsCheck.Fluent;

namespace LakeTools.Tests.Definitions;

/// <summary>Tries what must hold for every lake, on seeds that once showed a fault and on others that chance draws.</summary>
internal static class Proof
{
    private const string Times = "LAKETOOLS_PROOF_TIMES";

    /// <summary>Tries.</summary>
    /// <param name="count">How many seeds chance draws; <c>LAKETOOLS_PROOF_TIMES</c> times as many where that is set.</param>
    /// <param name="test">Says what is wrong, given a seed and an empty folder; null for nothing.</param>
    /// <param name="known">Seeds that are tried in every run.</param>
    public static void Try(int count, Func<int, string, Task<string?>> test, params int[] known)
    {
        foreach (var seed in known) Assert.Null(Wrong(seed));
        var times = int.TryParse(Environment.GetEnvironmentVariable(Times), out var number) ? number : 1;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var wrong = Wrong(seed);
            return (wrong is null).Label($"seed {seed}: {wrong}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(count * times));

        string? Wrong(int seed)
        {
            using var folder = new TemporaryFolder();
            return test(seed, folder.Path).GetAwaiter().GetResult();
        }
    }
}
