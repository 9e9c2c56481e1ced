using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Names;

/// <summary>The name of a definition, which is also that of the folder of its history.</summary>
public static class DefinitionName
{
    private const int MaxLength = 100;

    /// <summary>Throws where a text is no name.</summary>
    /// <param name="name">The text.</param>
    /// <exception cref="LakeException"><c>DefinitionNameInvalid</c>.</exception>
    public static void Check(string name)
    {
        var isName = name.Length is > 0 and <= MaxLength
            && name.All(IsSign)
            && name[0] != '.' && name[^1] != '.' // '..' is the folder above, and Windows drops a dot at the end
            && !FileNames.IsDevice(name);
        if (!isName) throw Fault.DefinitionNameInvalid(name);
    }

    /// <summary>The name of a definition of a thing: that of the thing, with _ for each sign that a definition's cannot have.</summary>
    /// <param name="thing">The name of the thing.</param>
    public static string Of(string thing)
    {
        var name = string.Concat(thing.Take(MaxLength).Select(sign => IsSign(sign) ? sign : '_'));
        if (name.StartsWith('.')) name = "_" + name[1..];
        if (name.EndsWith('.')) name = name[..^1] + "_";
        return FileNames.IsDevice(name) ? "_" + name : name;
    }

    private static bool IsSign(char sign) => char.IsLetterOrDigit(sign) || sign is '-' or '_' or '.';
}
