using System.Globalization;

namespace LakeTools.Rules.Names;

/// <summary>Gives out names that differ. A name that is taken gets the first number that makes it free: <c>a</c>, <c>a_2</c>.</summary>
/// <param name="comparer">When two names are the same.</param>
internal sealed class UniqueNames(StringComparer comparer)
{
    private readonly HashSet<string> _taken = new(comparer);

    // The next number to try for a name. Without it, a header of one name alone would take quadratic time.
    private Dictionary<string, int>? _next;

    /// <summary>Takes a name.</summary>
    /// <param name="wanted">The name.</param>
    /// <returns>The name, with a number where it was taken.</returns>
    public string Take(string wanted)
    {
        if (_taken.Add(wanted)) return wanted;
        _next ??= new Dictionary<string, int>(comparer);
        var number = _next.GetValueOrDefault(wanted, 2);
        string name;
        do name = $"{wanted}_{number++.ToString(CultureInfo.InvariantCulture)}";
        while (!_taken.Add(name));
        _next[wanted] = number;
        return name;
    }
}
