using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Internal;
using System.Reflection;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Text;

namespace LakeTools.Cmdlets.Input;

/// <summary>
/// Checks the objects that are piped into a command. PowerShell ignores a property that no parameter has: with a mistyped name, the
/// command would apply to more than the user meant.
/// </summary>
internal sealed class PipedRows
{
    private const string Ending = "NAME";

    // The engine has no public property for the current object.
    private static readonly Func<InternalCommand, PSObject?>? s_current = typeof(InternalCommand)
        .GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod?
        .CreateDelegate<Func<InternalCommand, PSObject?>>();

    // What goes with the thing that it is part of, and whose names are the names of that thing too.
    private static readonly HashSet<Type> s_parts =
    [
        typeof(GluePartition), typeof(GluePartitionChange), typeof(GlueTableVersion), typeof(LakeDataFilter), typeof(LakeDefinitionVersion),
        typeof(LakeJobRun), typeof(LakeObject), typeof(LakeOptIn), typeof(LakePermission), typeof(LakeSecretPolicy),
        typeof(LakeSecretReplica), typeof(LakeSecretVersion), typeof(LakeTagAssignment),
    ];

    private static readonly string[] s_wholes =
        ["GlueDatabase", "GlueTable", "LakeAdministrator", "LakeBucket", "LakeCatalog", "LakeGlueJob", "LakeRole", "LakeSecret", "LakeTag"];

    private readonly PSCmdlet _command;
    private readonly string? _whole; // the noun, if the command removes such a thing
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    // The parameters that are bound from the pipeline, by their names and aliases.
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    // The names that are near those of properties.
    private readonly Dictionary<string, string?> _meant = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _hasInput;

    // The parameter that an object becomes as text if it has no property for it.
    private readonly PropertyInfo? _text;

    /// <summary>Reads the names of a command's parameters.</summary>
    /// <param name="command">The command.</param>
    /// <param name="more">Names of properties that the command reads itself, by parameter.</param>
    public PipedRows(PSCmdlet command, IEnumerable<KeyValuePair<string, string>> more)
    {
        _command = command;
        var cmdlet = command.GetType().GetCustomAttribute<CmdletAttribute>()!;
        _whole = cmdlet.VerbName == VerbsCommon.Remove && s_wholes.Contains(cmdlet.NounName) ? cmdlet.NounName : null;
        foreach (var property in command.GetType().GetProperties())
        {
            var rules = property.GetCustomAttributes<ParameterAttribute>().ToList();
            if (rules.Count == 0) continue;
            string[] names = [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
            _known.UnionWith(names);
            if (property.PropertyType == typeof(string) || property.PropertyType == typeof(string[]))
                _text = rules.Exists(rule => rule.ValueFromPipeline) ? property : _text;
            if (!rules.Exists(rule => rule.ValueFromPipelineByPropertyName)) continue;
            foreach (var name in names) _taken[name] = property.Name;
        }

        foreach (var (name, parameter) in more)
        {
            _known.Add(name);
            _taken[name] = parameter;
        }

        _hasInput = command.GetType().GetProperty(Piped)?.PropertyType == typeof(PSObject);
    }

    private static string Piped => "InputObject";

    /// <summary>The object of the current record.</summary>
    public PSObject? Current => s_current?.Invoke(_command);

    /// <summary>Checks the current object.</summary>
    /// <param name="isTyped">Whether a parameter was typed.</param>
    /// <param name="gives">Whether the object set a parameter that PowerShell did not bind.</param>
    /// <param name="isCopy">Whether the object is what the Get command of the noun returns, which may have only a name.</param>
    /// <exception cref="LakeException"><c>InputPropertyUnknown</c>, <c>InputNotUsed</c>, <c>InputIsPart</c>.</exception>
    public void Check(Func<string, bool> isTyped, Func<string, bool> gives, bool isCopy)
    {
        if (_taken.Count == 0) return; // the objects are data
        var bound = _command.MyInvocation.BoundParameters;
        var input = Current;
        if (input is not null) CheckKind(input, name => bound.ContainsKey(name) && !isTyped(name));
        if (input is not null && IsRow(input)) CheckNames(input, name => bound.ContainsKey(name) || gives(name));
        if (!_hasInput || isCopy || !bound.TryGetValue(Piped, out var piped) || isTyped(Piped) || (piped as PSObject)?.BaseObject is string)
            return;
        if (bound.Keys.All(name => name == Piped || isTyped(name)) && !_taken.Values.Any(gives))
            throw Fault.InputNotUsed(piped, _command.MyInvocation.MyCommand.Name, string.Join(", ", _taken.Values.Distinct()));
    }

    private void CheckKind(PSObject input, Func<string, bool> isPiped)
    {
        if (_whole is not null && s_parts.Contains(input.BaseObject.GetType()) && _taken.Values.Any(isPiped))
            throw Fault.InputIsPart(input, input.BaseObject.GetType().Name, _command.MyInvocation.MyCommand.Name, _whole);
        if (_text is null || !isPiped(_text.Name) || !HasMembers(input.BaseObject)) return;
        if (_taken.All(name => name.Value != _text.Name || input.Properties[name.Key] is null))
            throw Fault.InputNotUsed(input, _command.MyInvocation.MyCommand.Name, string.Join(", ", _taken.Values.Distinct()));
    }

    // Of texts, paths and numbers, the text is what the user means.
    private static bool HasMembers(object input) => input is PSCustomObject or IDictionary
        || input.GetType().FullName!.StartsWith("LakeTools.", StringComparison.Ordinal);

    private void CheckNames(PSObject row, Func<string, bool> isSet)
    {
        HashSet<string>? own = null;
        foreach (var property in row.Properties)
        {
            if (Meant(property.Name) is not { } name || isSet(_taken[name]) || property.Value is null or "") continue;
            own ??= OwnNames(row);
            if (!own.Contains(property.Name))
                throw Fault.InputPropertyUnknown(row, property.Name, _command.MyInvocation.MyCommand.Name, name);
        }
    }

    // The name of a parameter that is near a property's.
    private string? Meant(string property)
    {
        if (_known.Contains(property)) return null;
        if (_meant.TryGetValue(property, out var meant)) return meant;
        var plain = Plain(property);
        var same = _taken.Keys.FirstOrDefault(name => Plain(name) == plain)
            ?? _taken.Keys.FirstOrDefault(name => Plain(name) == plain + Ending);
        return _meant[property] = same ?? Spelling.Nearest(property, _taken.Keys);
    }

    // Without the separators, and in the singular.
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant() is var plain
        && plain.EndsWith('S') ? plain[..^1] : plain;

    private static bool IsRow(PSObject input) => input.BaseObject is PSCustomObject
        ? input.TypeNames.Any(name => name.EndsWith(nameof(PSCustomObject), StringComparison.Ordinal))
        : input.TypeNames.Count > 0 && input.TypeNames[0].StartsWith("LakeTools.LakeRow", StringComparison.Ordinal);

    // A row of an object of this module, such as a CSV file of Get-GlueTable, has further properties that are not parameters.
    private static HashSet<string> OwnNames(PSObject row) => new(
        OwnKinds.Of(row).SelectMany(kind => kind.GetProperties()).Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
}
