namespace LakeTools.Tests;

/// <summary>
/// The steps at which a test breaks something. Where <c>LAKETOOLS_ALL_STEPS</c> is 1 these are all; otherwise one in three, or one in seven
/// of very many, the same in every run. Each case begins elsewhere, so that between the cases every kind of step is tried.
/// </summary>
internal static class Steps
{
    private const int OneIn = 3;
    private const int Many = 150;
    private const int OneInOfMany = 7;

    private static readonly bool s_areAll = Environment.GetEnvironmentVariable("LAKETOOLS_ALL_STEPS") == "1";

    /// <summary>The steps to try, from 1 to a number.</summary>
    /// <param name="name">The case.</param>
    /// <param name="most">The last step.</param>
    public static IEnumerable<int> Of(string name, int most) => Enumerable.Range(1, most).Where(step => Takes(name, step, most));

    /// <summary>Says whether a step is to be tried.</summary>
    /// <param name="name">The case.</param>
    /// <param name="step">The step's number.</param>
    /// <param name="most">How many there are.</param>
    public static bool Takes(string name, int step, int most) =>
        s_areAll || (step + name.Sum(c => c)) % (most > Many ? OneInOfMany : OneIn) == 0;
}
