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
            && name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.')
            && name[0] != '.' && name[^1] != '.' // '..' is the folder above, and Windows drops a dot at the end
            && !FileNames.IsDevice(name);
        if (!isName) throw Fault.DefinitionNameInvalid(name);
    }
}
