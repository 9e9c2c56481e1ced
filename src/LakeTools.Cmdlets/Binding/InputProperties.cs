using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets;

/// <summary>
/// Sets the parameters of a command that were not typed from the properties of a piped object. PowerShell's binding by property names
/// refuses a null property if the parameter has a validation. Here a property that is null, empty or false is not set.
/// </summary>
/// <remarks>
/// These are parameters that are properties of the command's output, and those with <see cref="InputPropertyAttribute"/>. An object
/// of another type of this module sets nothing, because its properties have another meaning: the tags of a role are not those of a
/// job.
/// </remarks>
internal sealed class InputProperties
{
    private const string Own = "LakeTools.";

    // The rows that Import-LakeData reads.
    private const string Row = "LakeTools.LakeRow";

    // The validation of an attribute is a protected method, which only the engine calls.
    private static readonly MethodInfo s_check = typeof(ValidateArgumentsAttribute).GetMethod(
        "Validate", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(object), typeof(EngineIntrinsics)])!;

    private readonly IInputTaker _command;
    private readonly Type _kind;
    private readonly List<Field> _fields;
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the parameters of a command, which have their defaults or the typed values.</summary>
    /// <param name="command">The command.</param>
    public InputProperties(IInputTaker command)
    {
        _command = command;
        _kind = command.GetType().GetCustomAttribute<OutputTypeAttribute>()!.Type[0].Type;
        _fields = [.. command.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(property => (Property: property, Rule: property.GetCustomAttribute<InputPropertyAttribute>()))
            .Where(pair => pair.Rule is not null
                || (pair.Property.IsDefined(typeof(ParameterAttribute)) && _kind.GetProperty(pair.Property.Name) is not null))
            .Select(pair => new Field(command, pair.Property, pair.Rule))];
    }

    /// <summary>The names of the properties that are read, with the parameters that they set.</summary>
    public IEnumerable<KeyValuePair<string, string>> Names =>
        _fields.SelectMany(one => one.Names.Select(name => KeyValuePair.Create(name, one.Property.Name)));

    /// <summary>Whether the piped object set a parameter.</summary>
    /// <param name="parameter">Its name.</param>
    public bool Gave(string parameter) => _given.Contains(parameter);

    /// <summary>Whether an object is the output of the Get command of the noun, also if it was deserialized.</summary>
    /// <param name="input">The object.</param>
    public bool IsKind(PSObject? input) => input is not null && NameOf(input) == _kind.FullName;

    /// <summary>Whether an object is a row of a file of what the Get command of the noun returns: it has all the properties.</summary>
    /// <param name="input">The object.</param>
    public bool IsRowOfKind(PSObject? input) =>
        input is not null && Array.TrueForAll(_kind.GetProperties(), property => input.Properties[property.Name] is not null);

    /// <summary>Sets the parameters from the current piped object.</summary>
    /// <param name="bound">The parameters that have a value already: typed, or bound by the engine.</param>
    /// <param name="isTyped">Whether a parameter was typed.</param>
    /// <exception cref="LakeException"><c>InputPropertyInvalid</c>.</exception>
    public void Take(IDictionary<string, object> bound, Func<string, bool> isTyped)
    {
        _given.Clear();
        var input = _command.InputObject;
        var isValue = input?.BaseObject is string or ValueType;
        if (isValue && bound.Keys.All(name => name == nameof(IInputTaker.InputObject) || isTyped(name)))
        {
            throw Fault.InputPropertyInvalid(
                input, nameof(IInputTaker.InputObject), $"a value of the type {input!.BaseObject.GetType().Name} has no properties");
        }

        var isForeign = input is null || IsForeign(input);
        foreach (var field in _fields.Where(field => !bound.ContainsKey(field.Property.Name)))
        {
            field.Property.SetValue(_command, field.Default);
            if (isForeign || Array.Exists(field.Unless, name => isTyped(name)) || Find(input!, field) is not { } found) continue;
            if (_command.Read(field.Property.Name, found) is not { } value || IsEmpty(value)) continue;
            field.Property.SetValue(_command, Convert(input!, field, value));
            _given.Add(field.Property.Name);
        }
    }

    private static string NameOf(PSObject input) => input.TypeNames.Count == 0 ? ""
        : input.TypeNames[0].StartsWith("Deserialized.", StringComparison.Ordinal) ? input.TypeNames[0]["Deserialized.".Length..]
        : input.TypeNames[0];

    /// <summary>Whether an object sets nothing. Rows of Import-LakeData are treated as rows of a CSV file.</summary>
    /// <param name="input">The object.</param>
    public bool IsForeign(PSObject input) => input.BaseObject is string or ValueType
        || (NameOf(input) is var name && name != _kind.FullName && name.StartsWith(Own, StringComparison.Ordinal)
            && !name.StartsWith(Row, StringComparison.Ordinal));

    private static object? Find(PSObject input, Field field) => field.Names
        .Select(name => PSValue.WithProperties(input.Properties[name]?.Value))
        .FirstOrDefault(value => value is not null && !IsEmpty(value));

    private static bool IsEmpty(object value) => value switch
    {
        string text => text.Length == 0,
        bool flag => !flag,
        SwitchParameter flag => !flag,
        IEnumerable items => !items.GetEnumerator().MoveNext(),
        _ => false,
    };

    private static object? Convert(PSObject input, Field field, object found)
    {
        try
        {
            // A transformation of a list splits a cell itself.
            var isList = found is string && field.Type == typeof(string[]) && field.Transforms.Count > 0;
            var value = field.Transforms.Aggregate(
                isList ? found : Parsed(field.Type, found), (at, transform) => transform.Transform(null!, at));
            if (value is null) return field.Default;
            value = LanguagePrimitives.ConvertTo(value, field.Property.PropertyType, CultureInfo.InvariantCulture);
            if (PSValue.HasEmptyItem(value))
                throw new ArgumentTransformationMetadataException("an item of the list is empty");
            foreach (var check in field.Checks) s_check.Invoke(check, [value, null]);
            return value;
        }
        catch (TargetInvocationException error) when (error.InnerException is ValidationMetadataException reason)
        {
            throw Fault.InputPropertyInvalid(input, field.Property.Name, reason.Message, inner: reason);
        }
        catch (ArgumentTransformationMetadataException error)
        {
            throw Fault.InputPropertyInvalid(input, field.Property.Name, error.Message, inner: error);
        }
        catch (PSInvalidCastException error)
        {
            // The text of the engine contains the value, which may be secret.
            throw Fault.InputPropertyInvalid(input, field.Property.Name, $"the property is not a {field.Type.Name} value", inner: error);
        }
    }

    // Converts the cells of CSV files and objects of JSON files to switches, lists and hashtables.
    private static object Parsed(Type type, object value) => value switch
    {
        string text when type == typeof(SwitchParameter) && bool.TryParse(text, out var flag) => flag,
        string text when type == typeof(string[]) => string.IsNullOrWhiteSpace(text) ? Array.Empty<string>()
            : text.Split(',', StringSplitOptions.TrimEntries),
        string text when type == typeof(Hashtable) => Table(text),
        PSObject { BaseObject: PSCustomObject } item when type == typeof(Hashtable) =>
            new Hashtable(item.Properties.ToDictionary(property => property.Name, property => property.Value)),
        _ => value,
    };

    private static object Table(string text)
    {
        var table = new Hashtable(StringComparer.Ordinal);
        var pairs = MapText.Read(text)
            ?? throw new ArgumentTransformationMetadataException("a cell with several values is written key=value; key=value");
        foreach (var (key, value) in pairs)
        {
            if (table.ContainsKey(key)) throw new ArgumentTransformationMetadataException($"the key '{key}' is in the cell twice");
            table[key] = value;
        }

        return table;
    }

    private sealed class Field(object command, PropertyInfo property, InputPropertyAttribute? rule)
    {
        public PropertyInfo Property { get; } = property;

        public object? Default { get; } = property.GetValue(command);

        public string[] Unless { get; } = rule?.Unless ?? [];

        public Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

        public List<string> Names { get; } =
        [
            .. rule?.Name is { } name ? (string[])[name] : [],
            property.Name,
            .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? [],
        ];

        public List<ArgumentTransformationAttribute> Transforms { get; } =
            [.. property.GetCustomAttributes<ArgumentTransformationAttribute>()];

        public List<ValidateArgumentsAttribute> Checks { get; } = [.. property.GetCustomAttributes<ValidateArgumentsAttribute>()];
    }
}
