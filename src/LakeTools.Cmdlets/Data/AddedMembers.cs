using System.Linq.Expressions;
using System.Management.Automation;
using System.Reflection;

namespace LakeTools.Cmdlets.Data;

/// <summary>Returns whether rows have properties besides those of their class, which Add-Member, type data and types files add.</summary>
/// <remarks>
/// The question of a row's own is asked for each row, the one of its type once: type data that changes while a pipeline runs counts for
/// the next.
/// </remarks>
internal sealed class AddedMembers
{
    private static readonly Func<object, bool>? s_hasOwnMembers = Question("HasInstanceMembers");
    private static readonly Func<object, bool>? s_hasOwnTypeNames = Question("HasInstanceTypeName");

    private bool? _ofType;

    /// <summary>Looks at a row.</summary>
    /// <param name="item">The row.</param>
    /// <returns>True if it has further properties.</returns>
    public bool Has(PSObject item)
    {
        if (s_hasOwnMembers is null || s_hasOwnTypeNames is null) return IsExtended(item);
        if (s_hasOwnMembers(item) || s_hasOwnTypeNames(item)) return IsExtended(item);
        return _ofType ??= IsExtended(item);
    }

    // Members of Add-Member and of types files are in this set. PowerShell makes it for each object that is asked for it, which takes
    // longer than writing the row.
    private static bool IsExtended(PSObject item) =>
        item.Members["psextended"] is not PSMemberSet extended || extended.Properties.Any();

    // PowerShell has these functions; the library that modules are compiled against does not know them.
    private static Func<object, bool>? Question(string name)
    {
        var function = Array.Find(typeof(PSObject).GetMethods(BindingFlags.NonPublic | BindingFlags.Static), method => method.Name == name
            && method.ReturnType == typeof(bool)
            && method.GetParameters() is [var first, { IsOut: true }] && first.ParameterType == typeof(object));
        if (function is null) return null;
        var asked = Expression.Parameter(typeof(object));
        var answer = Expression.Variable(function.GetParameters()[1].ParameterType.GetElementType()!);
        return Expression.Lambda<Func<object, bool>>(Expression.Block([answer], Expression.Call(function, asked, answer)), asked).Compile();
    }
}
