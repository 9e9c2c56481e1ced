using System.Text.RegularExpressions;

namespace LakeTools.Host.Pester;

/// <summary>The operators of Should that compare values.</summary>
internal static class ShouldCompare
{
    public static ShouldOutcome Equal(ActualInput actual, object? expected, bool ignoreCase)
    {
        var holds = All(actual.Value, expected, ignoreCase);
        var text = $"Expected {ShouldValue.Show(expected)} to {{not}}be the actual value{{because}}, but got {ShouldValue.Show(actual.Value)}.";
        return new ShouldOutcome(holds, holds || actual.Value is not string got || expected is not string wanted
            ? text : text + Difference(wanted, got));
    }

    public static ShouldOutcome Like(ActualInput actual, object? pattern, bool ignoreCase) => new(
        new WildcardPattern(pattern?.ToString() ?? "", ignoreCase ? WildcardOptions.IgnoreCase : WildcardOptions.None)
            .IsMatch(actual.Value?.ToString() ?? ""),
        $"Expected like wildcard {ShouldValue.Show(pattern)} to {{not}}match {ShouldValue.Show(actual.Value)}{{because}}, but it did {{but}}match.");

    public static ShouldOutcome Match(ActualInput actual, object? pattern, bool ignoreCase) => new(
        Regex.IsMatch(actual.Value?.ToString() ?? "", pattern?.ToString() ?? "", ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        $"Expected regular expression {ShouldValue.Show(pattern)} to {{not}}match {ShouldValue.Show(actual.Value)}{{because}}, but it did {{but}}match.");

    public static ShouldOutcome Contain(ActualInput actual, object? expected) => new(
        (ShouldValue.List(actual.Value) ?? [actual.Value]).Exists(item => One(item, expected, ignoreCase: true)),
        $"Expected {ShouldValue.Show(expected)} to {{not}}be found in collection {ShouldValue.Show(actual.Value)}{{because}}, but it was {{but}}found.");

    public static ShouldOutcome In(ActualInput actual, object? expected) => new(
        (ShouldValue.List(expected) ?? [expected]).Exists(item => One(item, actual.Value, ignoreCase: true)),
        $"Expected collection {ShouldValue.Show(expected)} to {{not}}contain {ShouldValue.Show(actual.Value)}{{because}}, but it was {{but}}found.");

    public static ShouldOutcome NullOrEmpty(ActualInput actual) => new(
        actual.IsEmpty || actual.Value is null or string { Length: 0 } or ICollection { Count: 0 },
        $"Expected {{not}}$null or empty{{because}}, but got {ShouldValue.Show(actual.Value)}.");

    public static ShouldOutcome Truth(ActualInput actual, bool expected) => new(
        LanguagePrimitives.IsTrue(actual.Value) == expected,
        $"Expected {{not}}{ShouldValue.Show(expected)}{{because}}, but got {ShouldValue.Show(actual.Value)}.");

    public static ShouldOutcome OfType(ActualInput actual, object? expected)
    {
        var type = expected as Type ?? LanguagePrimitives.ConvertTo<Type>(expected?.ToString()?.Trim('[', ']'));
        var items = actual.Items.Count == 0 ? [null] : actual.Items;
        return new ShouldOutcome(
            items.All(item => type.IsInstanceOfType(ShouldValue.Bare(item))
                || (item is PSObject { BaseObject: PSCustomObject } && type == typeof(PSCustomObject))),
            $"Expected the value to {{not}}have type [{type}] or any of its subtypes{{because}}, but got {ShouldValue.Show(actual.Value)} with type [{actual.Value?.GetType()}].");
    }

    public static ShouldOutcome Count(ActualInput actual, object? expected)
    {
        var wanted = LanguagePrimitives.ConvertTo<int>(expected);
        var got = actual.Items.Count == 1 && actual.Items[0] is null ? 0 : actual.Items.Count;
        return new ShouldOutcome(got == wanted, $"Expected a collection with size {{not}}{wanted}{{because}}, but got collection with size {got} {ShouldValue.Show(actual.Items)}.");
    }

    public static ShouldOutcome Order(ActualInput actual, object? expected, string words, Func<int, bool> holds) => new(
        holds(LanguagePrimitives.Compare(actual.Value, expected, ignoreCase: true)),
        $"Expected the actual value to {{not}}be {words} {ShouldValue.Show(expected)}{{because}}, but got {ShouldValue.Show(actual.Value)}.");

    private static bool All(object? actual, object? expected, bool ignoreCase)
    {
        if (ShouldValue.List(actual) is null && ShouldValue.List(expected) is null) return One(actual, expected, ignoreCase);
        var left = ShouldValue.List(actual) ?? [actual];
        var right = ShouldValue.List(expected) ?? [expected];
        return left.Count == right.Count && left.Zip(right).All(pair => All(pair.First, pair.Second, ignoreCase));
    }

    // As -eq does: the right value is converted to the type of the left one.
    private static bool One(object? left, object? right, bool ignoreCase)
    {
        try
        {
            return LanguagePrimitives.Equals(ShouldValue.Bare(left), ShouldValue.Bare(right), ignoreCase);
        }
        catch (PSInvalidCastException)
        {
            return false;
        }
    }

    private static string Difference(string expected, string actual)
    {
        int index = 0;
        while (index < expected.Length && index < actual.Length
            && char.ToUpperInvariant(expected[index]) == char.ToUpperInvariant(actual[index])) index++;
        return $"\nExpected length: {expected.Length}\nActual length:   {actual.Length}\nStrings differ at index {index}.";
    }
}
