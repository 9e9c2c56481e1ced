using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace LakeTools.Tests.Local.Fuzz;

/// <summary>
/// How often the fuzz tests try, and from which seed: the same cases in every run, unless <c>LAKETOOLS_FUZZ_RUNS</c> and
/// <c>LAKETOOLS_FUZZ_SEED</c> say otherwise.
/// </summary>
internal static class FuzzRuns
{
    private const int DefaultRuns = 400;
    private const ulong DefaultSeed = 20261124;
    private const ulong Gamma = 9; // FsCheck wants an odd one

    // Far beyond what any of these requests takes.
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);

    private static int Runs => (int)Number("LAKETOOLS_FUZZ_RUNS", DefaultRuns);

    /// <summary>Tries an action with values of a generator; what it throws is the test's failure, with the value.</summary>
    public static void Try<T>(Gen<T> values, Func<T, Task> action) =>
        Prop.ForAll(values.ToArbitrary(), value => action(value).WaitAsync(s_hang).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithReplay(Number("LAKETOOLS_FUZZ_SEED", DefaultSeed), Gamma));

    private static ulong Number(string variable, ulong byDefault) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : byDefault;
}
