using LakeTools.Core.Secrets;
using LakeTools.Rules.Errors;

namespace LakeTools.Core.Jobs.Properties;

/// <summary>The arguments of job runs: their names, and what their values may not be.</summary>
public static class JobArguments
{
    private const string Dashes = "--";

    /// <summary>Gives names their dashes. Glue hands a script only what begins with them, and drops the rest without a word.</summary>
    /// <param name="arguments">Names, with or without dashes, and values.</param>
    /// <returns>Names with dashes.</returns>
    /// <exception cref="LakeException"><c>InvalidJobArgument</c>: a name is empty, has a blank, or comes twice.</exception>
    public static Dictionary<string, string> WithDashes(IEnumerable<KeyValuePair<string, string>> arguments)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments) Add(result, name, value);
        return result;
    }

    /// <summary>Adds an argument to others, with the dashes of its name.</summary>
    /// <param name="arguments">The other arguments, by names with dashes.</param>
    /// <param name="name">The name, with or without dashes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="LakeException"><c>InvalidJobArgument</c>: the name is empty, has a blank, or is among the others.</exception>
    public static void Add(Dictionary<string, string> arguments, string name, string value)
    {
        var bare = name.TrimStart('-');
        if (bare.Length == 0 || bare.Any(char.IsWhiteSpace)) throw Invalid(name, "a name has letters and no spaces");
        if (!arguments.TryAdd(Dashes + bare, value)) throw Invalid(name, "the name is specified more than once");
    }

    /// <summary>Refuses arguments that would show a secret to everybody who may look at the run.</summary>
    /// <param name="arguments">Names and values.</param>
    /// <param name="guard">Knows the secrets of this process.</param>
    /// <exception cref="LakeException"><c>SecretInArgument</c>, naming the argument and never its value.</exception>
    public static void CheckNoSecret(IEnumerable<KeyValuePair<string, string>> arguments, SecretGuard guard)
    {
        foreach (var (name, value) in arguments)
            if (guard.IsFoundIn(value) || guard.IsFoundIn(name)) throw SecretIn(guard.IsFoundIn(name) ? "(a name)" : name);
    }

    /// <summary>The error for an argument that is a secret.</summary>
    /// <param name="name">The argument's name.</param>
    /// <returns>The error.</returns>
    public static LakeException SecretIn(string name) => Fault.SecretInArgument(name, name.TrimStart('-'));

    private static LakeException Invalid(string name, string why) => Fault.InvalidJobArgument(name, why);
}
