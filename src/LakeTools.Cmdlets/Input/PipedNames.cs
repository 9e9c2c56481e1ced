using System.Management.Automation;
using System.Reflection;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Input;

/// <summary>
/// Takes the names that piped objects have for what they are. PowerShell binds a property as if it was typed: the comma in the name of a
/// column would separate two columns.
/// </summary>
internal sealed class PipedNames
{
    private readonly PSCmdlet _command;
    private readonly List<Field> _fields;

    /// <summary>Reads the parameters of a command.</summary>
    /// <param name="command">The command.</param>
    public PipedNames(PSCmdlet command)
    {
        _command = command;
        _fields =
        [
            .. from property in command.GetType().GetProperties()
               where property.GetCustomAttributes<ParameterAttribute>().Any(rule => rule.ValueFromPipelineByPropertyName)
               where property.IsDefined(typeof(WordListAttribute))
               select new Field(property),
        ];
    }

    /// <summary>Reads the names of the current object. A text is taken as if it was typed.</summary>
    /// <param name="input">The object.</param>
    /// <param name="isTyped">Whether a parameter was typed.</param>
    public void Take(PSObject? input, Func<string, bool> isTyped)
    {
        if (_fields.Count == 0 || input is null or { BaseObject: string }) return;
        var bound = _command.MyInvocation.BoundParameters;
        foreach (var field in _fields)
        {
            if (!bound.ContainsKey(field.Property.Name) || isTyped(field.Property.Name)) continue;
            if (Whole(input, field) is { } name) field.Property.SetValue(_command, new[] { name });
        }
    }

    // Of an object of this module whose property is one name, the text is that name.
    private static string? Whole(PSObject input, Field field)
    {
        foreach (var name in field.Names)
        {
            if (PSValue.Of(input.Properties[name]?.Value) is not string { Length: > 0 } text) continue;
            return ListText.Item(text) != text && OwnKinds.Of(input).Any(kind => kind.GetProperty(name)?.PropertyType == typeof(string))
                ? text : null;
        }

        return null;
    }

    private sealed class Field(PropertyInfo property)
    {
        public PropertyInfo Property { get; } = property;

        public string[] Names { get; } = [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
    }
}
