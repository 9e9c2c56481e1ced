using System.Management.Automation;

namespace LakeTools.Tests.Faults;

/// <summary>
/// Every cmdlet on bad days: with each kind of fault, at each request that it makes, once and for good. It ends right, or with one clear
/// error and nothing half done, and running it again ends right.
/// </summary>
public sealed class CmdletFaultTests(FaultLake lake) : IClassFixture<FaultLake>
{
    private const int Patience = 60_000; // only against hanging
    private const string NoFault = "@{ Kind = 'Slow'; Delay = 0.0000001 }"; // counts the requests

    // Once is survived; for good, a call fails after the SDK's tries. A cut answer is to the end as good as a lost one.
    private static readonly (string Kind, bool IsOnce)[] s_faults =
    [
        ("Throttle", true), ("ServerError", true), ("Reset", true), ("LostAnswer", true), ("CutAnswer", true),
            ("ConcurrentModification", true),
        ("Throttle", false), ("ServerError", false), ("Reset", false), ("LostAnswer", false), ("ConcurrentModification", false),
    ];

    public static TheoryData<string> Cmdlets => [.. CmdletCases.All.Select(line => line.Cmdlet)];

    [Fact]
    public void Every_cmdlet_has_a_line() => Assert.Equal(lake.Cmdlets().Order(), CmdletCases.All.Select(line => line.Cmdlet).Order());

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Ends_right_or_with_one_clear_error_and_nothing_half_done(string cmdlet)
    {
        var line = CmdletCases.All.Single(one => one.Cmdlet == cmdlet);
        lake.Reset();
        var before = lake.State(line.IsCounted);
        var good = lake.Run(line.Line, NoFault);
        var wrong = new List<string>();
        if (good.Errors.Count > 0) wrong.Add($"fails on a good day: {string.Join("; ", good.Errors)}");
        if (line.IsSilent != (good.Faults == 0)) wrong.Add($"makes {good.Faults} requests");
        var after = lake.State(line.IsCounted);
        for (var request = 0; request < good.Faults && wrong.Count == 0; request++)
        {
            foreach (var (number, (kind, isOnce)) in s_faults.Index())
            {
                if (!Steps.Takes(cmdlet, request * s_faults.Length + number, good.Faults * s_faults.Length)) continue;
                var fault = $"@{{ Kind = '{kind}'; Skip = {request}{(isOnce ? "; Count = 1" : "")} }}";
                wrong.AddRange(Try(line, fault, isOnce, good, before, after).Select(problem => $"{fault}: {problem}"));
            }
        }

        lake.Reset();
        Assert.True(wrong.Count == 0, $"{line.Line}\n{string.Join('\n', wrong)}");
    }

    private IEnumerable<string> Try(CmdletCase line, string fault, bool isOnce, FaultRun good, string before, string after)
    {
        lake.Reset();
        var bad = lake.Run(line.Line, fault);
        if (bad.Faults == 0) yield break;
        if (bad.Milliseconds > Patience) yield return $"took {bad.Milliseconds} ms";
        foreach (var error in bad.Errors.Where(IsRaw)) yield return $"raw error {Text(error)}";
        if (bad.Errors.Count > 1 && !line.HasSteps) yield return $"{bad.Errors.Count} errors: {string.Join("; ", bad.Errors.Select(Text))}";
        if (isOnce && bad.Errors.Count > 0 && !line.IsNotRepeated && !fault.Contains("Concurrent", StringComparison.Ordinal))
            yield return $"one fault is not survived: {Text(bad.Errors[0])}";
        var state = lake.HasChanged() ? lake.State(line.IsCounted) : before;
        var isDone = state == after;
        if (bad.Errors.Count == 0 && !line.Reports)
        {
            if (!isDone) yield return "says nothing, and has not done it: " + Difference(after, state);
            if (bad.Output.Count != good.Output.Count) yield return $"emits {bad.Output.Count} objects and not {good.Output.Count}";
        }

        if (!isDone && state != before && !line.HasSteps)
            yield return $"half done ({string.Join("; ", bad.Errors.Select(Text))}): {Difference(before, state)}";
        if (isDone && bad.Errors.Count == 0) yield break;
        if (bad.Errors.Count > 0 && !isDone && line.Remedy is not null) lake.Run(line.Remedy, NoFault);
        var again = lake.Run(line.Line, NoFault);
        var end = lake.State(line.IsCounted);
        if (end != after) yield return "again does not end right: " + Difference(after, end);
        // What was done before the last error need not be done again, and may say so.
        if (again.Errors.Count > (isDone ? 1 : 0)) yield return $"again fails: {string.Join("; ", again.Errors.Select(Text))}";
    }

    private static bool IsRaw(ErrorRecord error) => !error.FullyQualifiedErrorId.StartsWith("LakeTools.", StringComparison.Ordinal)
        || error.FullyQualifiedErrorId.StartsWith("LakeTools.Unexpected,", StringComparison.Ordinal);

    private static string Text(ErrorRecord error) =>
        $"{error.FullyQualifiedErrorId.Split(',')[0]} ({error.Exception.GetType().Name}: {error.Exception.Message})";

    private static string Difference(string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        return string.Join("; ", wanted.Except(found).Select(row => "-" + row).Concat(found.Except(wanted).Select(row => "+" + row)).Take(4)
            .DefaultIfEmpty("rows told apart by nothing"));
    }
}
