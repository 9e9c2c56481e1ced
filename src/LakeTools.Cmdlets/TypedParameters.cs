using System.Collections;
using System.Management.Automation;
using System.Reflection;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets;

/// <summary>The parameters of a command that were typed, and not bound from the pipeline.</summary>
internal sealed class TypedParameters
{
    private readonly HashSet<string> _names;

    /// <summary>Reads the parameters that are bound before the first record.</summary>
    /// <param name="command">The command.</param>
    public TypedParameters(PSCmdlet command)
    {
        var bound = command.MyInvocation.BoundParameters;
        _names = new HashSet<string>(bound.Keys, StringComparer.OrdinalIgnoreCase);
        Empty = bound.FirstOrDefault(typed => IsEmpty(typed.Value) && command.GetType().GetProperty(typed.Key) is { } property
            && MustHave(property, typed.Value)).Key;
    }

    /// <summary>
    /// The first parameter that is empty and must not be; null if there is none. A typed <c>$null</c> is a variable that was not set, and
    /// without it the command would use its default: another connection, or another endpoint.
    /// </summary>
    public string? Empty { get; }

    /// <summary>Whether a parameter was typed.</summary>
    /// <param name="parameter">The parameter.</param>
    public bool Contains(string parameter) => _names.Contains(parameter);

    /// <summary>Checks that no parameter is empty that must not be.</summary>
    /// <exception cref="LakeException"><c>ResourceNameEmpty</c>.</exception>
    public void RequireValues()
    {
        if (Empty is { } name) throw Fault.ResourceNameEmpty(name, $"-{name}");
    }

    private static bool MustHave(PropertyInfo property, object? value) => Attribute.IsDefined(property, typeof(NotEmptyIfTypedAttribute))
        || (value is null && !Attribute.IsDefined(property, typeof(AllowNullAttribute)));

    // An empty item of a list is an empty variable too.
    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        IDictionary table => table.Count == 0,
        ICollection list => list.Count == 0 || list.Cast<object?>().Any(item => item is null || (item is string text
            && string.IsNullOrWhiteSpace(text))),
        _ => false,
    };
}
