using System.Collections;
using System.Management.Automation;
using System.Reflection;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>The parameters of a command that were typed, and not bound from the pipeline.</summary>
internal sealed class TypedParameters
{
    private readonly HashSet<string> _names;
    private readonly Type _command;
    private readonly bool _isItem; // one of several items is empty

    /// <summary>Reads the parameters that are bound before the first record.</summary>
    /// <param name="command">The command.</param>
    public TypedParameters(PSCmdlet command)
    {
        _command = command.GetType();
        var bound = command.MyInvocation.BoundParameters;
        _names = new HashSet<string>(bound.Keys, StringComparer.OrdinalIgnoreCase);
        Empty = bound.FirstOrDefault(typed =>
            _command.GetProperty(typed.Key) is { } property && IsMissing(property, typed.Value)).Key;
        _isItem = Empty is not null && bound[Empty] is object?[] { Length: > 1 };
    }

    /// <summary>
    /// The first parameter that is empty, or has an empty item, and must not; null if there is none. A typed <c>$null</c> is a variable
    /// that was not set, and without it the command would use its default: another connection, or another endpoint.
    /// </summary>
    public string? Empty { get; }

    /// <summary>Whether a parameter was typed.</summary>
    /// <param name="parameter">The parameter.</param>
    public bool Contains(string parameter) => _names.Contains(parameter);

    /// <summary>Checks that no typed parameter is empty that must not be.</summary>
    /// <exception cref="LakeException"><c>ResourceNameEmpty</c>.</exception>
    public void RequireValues()
    {
        if (Empty is { } name) throw Fault.ResourceNameEmpty(name, _isItem ? $"An item of -{name}" : $"-{name}");
    }

    /// <summary>Checks the lists that are bound from the pipeline. A list of one empty item is an empty cell of a CSV file.</summary>
    /// <param name="bound">The parameters of the current record.</param>
    /// <exception cref="LakeException"><c>ResourceNameEmpty</c>.</exception>
    public void RequireItems(IDictionary<string, object> bound)
    {
        foreach (var (name, value) in bound)
        {
            if (value is not object?[] { Length: > 1 } || Contains(name) || !PSValue.HasEmptyItem(value)) continue;
            if (_command.GetProperty(name) is { } property && MayNot(property))
                throw Fault.ResourceNameEmpty(name, $"An item of {name}");
        }
    }

    private static bool IsMissing(PropertyInfo property, object? value) =>
        (IsEmpty(value) && Attribute.IsDefined(property, typeof(NotEmptyIfTypedAttribute)))
        || ((PSValue.Of(value) is null || PSValue.HasEmptyItem(value)) && MayNot(property));

    private static bool MayNot(PropertyInfo property) => !Attribute.IsDefined(property, typeof(AllowNullAttribute));

    // An empty item of a list is an empty variable too.
    private static bool IsEmpty(object? value) => PSValue.Of(value) switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        IDictionary table => table.Count == 0,
        ICollection list => list.Count == 0 || list.Cast<object?>().Any(item => item is null || (item is string text
            && string.IsNullOrWhiteSpace(text))),
        _ => false,
    };
}
