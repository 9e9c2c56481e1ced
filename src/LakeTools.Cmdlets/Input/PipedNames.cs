using System.Management.Automation;
using System.Reflection;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Input;

/// <summary>
/// Takes the names that piped objects have for what they are. PowerShell binds a property as if it was typed: the comma in the name of a
/// column would separate two columns, and <c>t[1]</c> would be a pattern that finds another table.
/// </summary>
internal sealed class PipedNames
{
    // Glue accepts no such name. In a grant, it is all of them.
    private const string All = "*";

    private static readonly string[] s_catalogNames = ["DatabaseName", "TableName"];

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
               let isPattern = property.IsDefined(typeof(SupportsWildcardsAttribute))
                   && command.GetType().GetProperty("Literal" + property.Name) is null // objects bind to that one
               let isList = property.IsDefined(typeof(WordListAttribute))
               where isPattern || isList
               select new Field(property, isPattern, isList),
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
            if (field.IsList && Whole(input, field) is { } name) field.Property.SetValue(_command, new[] { name });
            if (field.IsPattern) field.Property.SetValue(_command, Literal(field, field.Property.GetValue(_command)));
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

    private static object? Literal(Field field, object? value) => value switch
    {
        string text => Literal(field, text),
        string[] texts => Array.ConvertAll(texts, text => text is null ? null! : Literal(field, text)),
        _ => value,
    };

    private static string Literal(Field field, string text) => text == All && field.IsCatalogName ? text : Names.Escape(text);

    private sealed class Field(PropertyInfo property, bool isPattern, bool isList)
    {
        public PropertyInfo Property { get; } = property;

        public bool IsPattern { get; } = isPattern;

        public bool IsList { get; } = isList;

        public string[] Names { get; } = [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];

        public bool IsCatalogName => Names.Any(s_catalogNames.Contains);
    }
}
