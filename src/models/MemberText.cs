namespace LakeTools.Models;

/// <summary>A member of a structure, a request, an answer or an error.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="PathName">Its name in errors, which begins in lower case.</param>
/// <param name="IsRequired">True if it must be given.</param>
/// <param name="Type">The type of its value, in the notation of <see cref="TypeText"/>.</param>
internal sealed record MemberText(string Name, string PathName, bool IsRequired, string Type)
{
    /// <summary>Reads a line such as <c>TableInput!=table TableInput</c>.</summary>
    /// <param name="line">The line, without its indent.</param>
    /// <returns>The member.</returns>
    /// <exception cref="FormatException">The line has no type.</exception>
    public static MemberText Parse(string line)
    {
        if (line.Split(' ') is not [var declared, var type]) throw new FormatException("A member is a name and a type.");
        var words = declared.Split('=');
        var name = words[0].TrimEnd('!');
        var path = words.Length > 1 ? words[1] : char.ToLowerInvariant(name[0]) + name[1..];
        return new MemberText(name, path, words[0].EndsWith('!'), type);
    }
}
