using System.Collections;
using System.Globalization;
using System.Management.Automation;
using LakeTools.Local.Faults;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Connection;

/// <summary>Reads what -Fault takes: names of kinds, and hashtables with a kind and more.</summary>
internal static class FaultList
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);
    private static readonly string[] s_keys = ["Kind", "Service", "Operation", "Rate", "Skip", "Count", "Seed", "Delay"];
    private static readonly string[] s_kinds = Enum.GetNames<LakeFaultKind>();

    /// <summary>The faults; null if -Fault is not given.</summary>
    /// <exception cref="LakeException"><c>FaultUnknown</c>, <c>FaultKeyUnknown</c>, <c>FaultInvalid</c>,
    /// <c>FaultTargetUnknown</c> or <c>FaultNeverStrikes</c>.</exception>
    public static LakeFaults? Parse(object[]? given) => given is null ? null : new LakeFaults(given.Select(Parse).ToList());

    private static LakeFault Parse(object? given)
    {
        var value = PSValue.Of(given);
        return Check(value is IDictionary table ? Read(table) : new LakeFault { Kind = KindOf(value) }, value);
    }

    private static LakeFault Read(IDictionary table)
    {
        var kind = table.Keys.Cast<object>().FirstOrDefault(key => IsKey(key, nameof(LakeFault.Kind)));
        var fault = new LakeFault { Kind = KindOf(kind is null ? null : table[kind]) };
        foreach (DictionaryEntry entry in table) fault = With(fault, entry.Key.ToString()!, entry.Value);
        return fault;
    }

    private static LakeFault With(LakeFault fault, string key, object? value) => key.ToUpperInvariant() switch
    {
        "KIND" => fault,
        "SERVICE" => fault with { Service = Text(key, value) },
        "OPERATION" => fault with { Operation = Text(key, value) },
        "RATE" => fault with { Rate = Number<double>(key, value, rate => rate is > 0 and <= 1, "a number above 0, and at most 1") },
        "SKIP" => fault with { Skip = Number<int>(key, value, count => count >= 0, "a whole number from 0") },
        "COUNT" => fault with { Count = Number<int>(key, value, count => count >= 1, "a whole number from 1") },
        "SEED" => fault with { Seed = Number<int>(key, value, _ => true, "a whole number") },
        "DELAY" => fault with { Delay = Time(key, value) },
        _ => throw Fault.FaultKeyUnknown(key, Spelling.DidYouMean(key, s_keys), string.Join(", ", s_keys)),
    };

    private static LakeFaultKind KindOf(object? value)
    {
        var name = value?.ToString() ?? "";
        if (s_kinds.FirstOrDefault(kind => kind.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<LakeFaultKind>(known);
        throw Fault.FaultUnknown(value, name, Spelling.DidYouMean(name, s_kinds), string.Join(", ", s_kinds));
    }

    private static string Text(string key, object? value) =>
        value?.ToString() is { Length: > 0 } text ? text : throw Invalid(key, value, "a name; * and ? match any characters");

    private static T Number<T>(string key, object? value, Func<T, bool> isAllowed, string allowed)
        where T : struct =>
        value is not null and not bool && LanguagePrimitives.TryConvertTo<T>(value, CultureInfo.InvariantCulture, out var number)
            && isAllowed(number)
            ? number
            : throw Invalid(key, value, allowed);

    /// <summary>A number is seconds: PowerShell itself would take it for ticks.</summary>
    private static TimeSpan Time(string key, object? value)
    {
        var time = value is not string && LanguagePrimitives.TryConvertTo<double>(value, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(seconds) < s_longest.TotalSeconds * 2
            ? TimeSpan.FromSeconds(seconds)
            : LanguagePrimitives.TryConvertTo<TimeSpan>(value, CultureInfo.InvariantCulture, out var span) ? span : TimeSpan.Zero;
        return time > TimeSpan.Zero && time <= s_longest
            ? time : throw Invalid(key, value, "a TimeSpan or a number of seconds, above 0 and at most 10 minutes");
    }

    /// <summary>A fault that can never occur is a mistake, and a test with it would pass without testing anything.</summary>
    private static LakeFault Check(LakeFault fault, object? target)
    {
        var services = LakeFaults.OperationsOf(fault.Service);
        if (services.Count == 0) throw Unknown(target, fault.Service, LakeFaults.OperationsOf("*").Keys.ToList());
        var operations = services.Values.SelectMany(names => names).ToList();
        if (!LakeFaults.MayMatch(fault with { Kind = LakeFaultKind.Throttle })) throw Unknown(target, fault.Operation, operations);
        if (LakeFaults.MayMatch(fault)) return fault;
        throw Fault.FaultNeverStrikes(target, fault.Kind, $"{fault.Service}:{fault.Operation}", string.Join(", ", LakeFaults.Conflicting));
    }

    private static LakeException Unknown(object? target, string name, IReadOnlyCollection<string> known) =>
        Fault.FaultTargetUnknown(target, name, Spelling.DidYouMean(name, known), string.Join(", ", known.Order(StringComparer.Ordinal)));

    private static LakeException Invalid(string key, object? value, string allowed) =>
        Fault.FaultInvalid(value, key, value ?? "", allowed);

    private static bool IsKey(object key, string name) => name.Equals(key.ToString(), StringComparison.OrdinalIgnoreCase);
}
