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

    private const string Own = "LakeTools.";

    // The engine has no public property for the current object.
    private static readonly Func<InternalCommand, PSObject?>? s_current = typeof(InternalCommand)
        .GetProperty("CurrentPipelineObject", BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod?
        .CreateDelegate<Func<InternalCommand, PSObject?>>();

    private static readonly string[] s_prefixes = ["Deserialized.", "Selected.", "CSV:"];

    private static readonly Lazy<Dictionary<string, HashSet<string>>> s_kinds = new(Kinds);

    private readonly PSCmdlet _command;
    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

    // The parameters that are bound from the pipeline, by their names and aliases.
    private readonly Dictionary<string, string> _taken = new(StringComparer.OrdinalIgnoreCase);

    // The names that are near those of properties.
    private readonly Dictionary<string, string?> _meant = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _hasInput;

    /// <summary>Reads the names of a command's parameters.</summary>
    /// <param name="command">The command.</param>
    /// <param name="more">Names of properties that the command reads itself, by parameter.</param>
    public PipedRows(PSCmdlet command, IEnumerable<KeyValuePair<string, string>> more)
    {
        _command = command;
        foreach (var property in command.GetType().GetProperties())
        {
            var rules = property.GetCustomAttributes<ParameterAttribute>().ToList();
            if (rules.Count == 0) continue;
            string[] names = [property.Name, .. property.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []];
            _known.UnionWith(names);
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

    /// <summary>Checks the current object.</summary>
    /// <param name="isTyped">Whether a parameter was typed.</param>
    /// <param name="gives">Whether the object set a parameter that PowerShell did not bind.</param>
    /// <param name="isCopy">Whether the object is what the Get command of the noun returns, which may have only a name.</param>
    /// <exception cref="LakeException"><c>InputPropertyUnknown</c>, <c>InputNotUsed</c>.</exception>
    public void Check(Func<string, bool> isTyped, Func<string, bool> gives, bool isCopy)
    {
        if (_taken.Count == 0) return; // the objects are data
        var bound = _command.MyInvocation.BoundParameters;
        var input = s_current?.Invoke(_command);
        if (input is not null && IsRow(input)) CheckNames(input, name => bound.ContainsKey(name) || gives(name));
        if (!_hasInput || isCopy || !bound.TryGetValue(Piped, out var piped) || isTyped(Piped) || (piped as PSObject)?.BaseObject is string)
            return;
        if (bound.Keys.All(name => name == Piped || isTyped(name)) && !_taken.Values.Any(gives))
            throw Fault.InputNotUsed(piped, _command.MyInvocation.MyCommand.Name, string.Join(", ", _taken.Values.Distinct()));
    }

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
    private static HashSet<string> OwnNames(PSObject row)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var type = row.TypeNames[0];
        foreach (var prefix in s_prefixes.Where(prefix => type.StartsWith(prefix, StringComparison.Ordinal))) type = type[prefix.Length..];
        foreach (var (kind, properties) in s_kinds.Value)
        {
            if (kind == type || properties.All(name => row.Properties[name] is not null)) names.UnionWith(properties);
        }

        return names;
    }

    private static Dictionary<string, HashSet<string>> Kinds() => typeof(PipedRows).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<OutputTypeAttribute>())
        .SelectMany(outputs => outputs.Type).Select(output => output.Type)
        .Where(type => type?.FullName?.StartsWith(Own, StringComparison.Ordinal) == true).Distinct()
        .ToDictionary(
            type => type.FullName!,
            type => new HashSet<string>(type.GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase));
}
