namespace LakeTools.Models;

/// <summary>An operation of a service.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsPaged">True if its answers go by token, page by page.</param>
/// <param name="PageItems">The members of the answer that hold a page's items.</param>
/// <param name="Input">The members of its input.</param>
/// <param name="Answer">The members of its answer.</param>
/// <param name="Errors">The errors that AWS's model lists, by class.</param>
internal sealed record OperationText(
    string Name,
    bool IsPaged,
    string[] PageItems,
    List<MemberText> Input,
    List<MemberText> Answer,
    List<string> Errors)
{
    /// <summary>Reads a line such as <c>operation GetTables pages TableList</c>.</summary>
    /// <param name="words">The line's words.</param>
    /// <returns>The operation, without its members.</returns>
    /// <exception cref="FormatException">The words are others.</exception>
    public static OperationText Parse(string[] words) => words switch
    {
        [_, var name] => new OperationText(name, IsPaged: false, [], [], [], []),
        [_, var name, "pages", .. var items] => new OperationText(name, IsPaged: true, items, [], [], []),
        _ => throw new FormatException("An operation is a name, with 'pages' and the members that hold items where it goes by token."),
    };
}
