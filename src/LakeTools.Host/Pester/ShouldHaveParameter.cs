namespace LakeTools.Host.Pester;

/// <summary>Should -HaveParameter.</summary>
internal static class ShouldHaveParameter
{
    public static ShouldOutcome Judge(ShouldCommand should, ActualInput actual, object? expected)
    {
        if (actual.Value is not CommandInfo command)
            throw new PSArgumentException("Input to -HaveParameter must be a command of Get-Command.");
        var name = expected?.ToString() ?? "";
        var problem = Problem(should, command, name);
        return new ShouldOutcome(problem is null,
            $"Expected command {command.Name} to {{not}}have a parameter {name}{{because}}{(problem is null ? "" : ", but " + problem)}.");
    }

    private static string? Problem(ShouldCommand should, CommandInfo command, string name)
    {
        if (!command.Parameters.TryGetValue(name, out var parameter)) return "the parameter is missing";
        if (Wanted(should.Type) is { } type && parameter.ParameterType != type) return $"it is of type [{parameter.ParameterType}]";
        var sets = should.InParameterSet is null ? parameter.ParameterSets.Values
            : parameter.ParameterSets.Where(set => set.Key == should.InParameterSet).Select(set => set.Value);
        if (!sets.Any()) return "it is not in that parameter set";
        if (should.Mandatory && !sets.Any(set => set.IsMandatory)) return "it is not mandatory";
        if (should.Alias?.FirstOrDefault(alias => !parameter.Aliases.Contains(alias, StringComparer.OrdinalIgnoreCase)) is { } missing)
            return $"it has no alias {missing}";
        return should.HasArgumentCompleter
            && !parameter.Attributes.Any(attribute => attribute is ArgumentCompleterAttribute or ArgumentCompletionsAttribute)
            ? "it has no argument completer"
            : null;
    }

    private static Type? Wanted(object? type) => ShouldValue.Bare(type) switch
    {
        null => null,
        Type given => given,
        var text => LanguagePrimitives.ConvertTo<Type>(text.ToString()!.Trim('[', ']')),
    };
}
