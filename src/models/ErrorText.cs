namespace LakeTools.Models;

/// <summary>An error of a service.</summary>
/// <param name="Code">Its code on the wire.</param>
/// <param name="Name">The name of its class.</param>
/// <param name="Members">The members besides its message.</param>
internal sealed record ErrorText(string Code, string Name, List<MemberText> Members)
{
    /// <summary>Reads a line such as <c>error NoSuchEntity as NoSuchEntityException</c>.</summary>
    /// <param name="words">The line's words.</param>
    /// <returns>The error.</returns>
    /// <exception cref="FormatException">The words are others.</exception>
    public static ErrorText Parse(string[] words) => words switch
    {
        [_, var code] => new ErrorText(code, code, []),
        [_, var code, "as", var name] => new ErrorText(code, name, []),
        _ => throw new FormatException("An error is a code, with 'as' and a name where its class has another."),
    };
}
