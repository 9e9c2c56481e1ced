using System.Management.Automation.Runspaces;

namespace LakeTools.Host;

/// <summary>Words after a script's name, as parameters and arguments. They stay text; only switches take $true and $false.</summary>
internal static class ScriptArguments
{
    public static void AddTo(CommandParameterCollection parameters, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            bool isName = word.Length > 1 && word[0] == '-' && (char.IsLetter(word[1]) || word[1] == '_');
            int colon = isName ? word.IndexOf(':') : -1;
            if (colon > 0) parameters.Add(word[1..colon], Value(word[(colon + 1)..]));
            // With its dash and no value the engine binds the name as it would on a command line, switch or not.
            else if (isName) parameters.Add(word);
            else parameters.Add(null, word);
        }
    }

    private static object Value(string text) => text.ToLowerInvariant() switch
    {
        "$true" => true,
        "$false" => false,
        _ => text,
    };
}
