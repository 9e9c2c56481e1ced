using System.Collections;
using System.Management.Automation;
using System.Reflection;
using LakeTools.Rules.Errors;

namespace LakeTools.Cmdlets.Input;

/// <summary>
/// A Set command requires a change. Without one, it would write the same again, and a row whose other properties are meant as changes
/// would have no effect.
/// </summary>
internal static class RequiredChange
{
    // Parameters that say where and how something is changed.
    private static readonly string[] s_others = ["Connection", "CatalogId", "PassThru", "AllowPlaintextSecret", "AllowPublic"];

    /// <summary>Checks that a change is specified.</summary>
    /// <param name="command">A command.</param>
    /// <param name="isTyped">Whether a parameter was typed. What the pipeline binds says which thing is changed.</param>
    /// <exception cref="LakeException"><c>NothingToChange</c>.</exception>
    public static void Check(PSCmdlet command, Func<string, bool> isTyped)
    {
        if (command.GetType().GetCustomAttribute<CmdletAttribute>()!.VerbName != VerbsCommon.Set) return;
        var parameters = command.GetType().GetProperties()
            .Select(property => (Property: property, Rules: property.GetCustomAttributes<ParameterAttribute>().ToList()))
            .Where(pair => pair.Rules.Count > 0)
            .ToLookup(pair => pair.Rules.Exists(rule => rule is { Mandatory: true, ValueFromPipelineByPropertyName: true }),
                pair => pair.Property);
        List<string> changes = [.. parameters[false].Select(property => property.Name).Except(s_others)];
        if (changes.Count == 0 || changes.Exists(change => isTyped(change))) return;
        var names = parameters[true].OrderBy(Position).Select(property => Text(property.GetValue(command)));
        var name = string.Join(".", names.DefaultIfEmpty("the lake"));
        throw Fault.NothingToChange(
            name, command.MyInvocation.MyCommand.Name, name, string.Join(", ", changes.Select(change => "-" + change)));
    }

    private static int Position(PropertyInfo property) => property.GetCustomAttributes<ParameterAttribute>().First().Position;

    private static string Text(object? value) => value is IEnumerable items and not string
        ? string.Join(", ", items.Cast<object?>()) : $"{value}";
}
