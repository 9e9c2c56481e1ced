namespace LakeTools.Help.Commands;

/// <summary>A cmdlet as the code has it.</summary>
/// <param name="Name">Verb-Noun.</param>
/// <param name="Parameters">The parameters in the order of their declaration, a base's after its heirs', WhatIf and Confirm last.</param>
/// <param name="Sets">The parameter sets, the default one first.</param>
/// <param name="OutputTypes">Full names of what OutputType states.</param>
/// <param name="Prompts">True if it prompts for confirmation by default: its ConfirmImpact is High.</param>
internal sealed record CommandShape(
    string Name,
    IReadOnlyList<ParameterShape> Parameters,
    IReadOnlyList<string> Sets,
    IReadOnlyList<string> OutputTypes,
    bool Prompts)
{
    /// <summary>True for a command with -WhatIf and -Confirm.</summary>
    public bool SupportsShouldProcess => Has("WhatIf");

    /// <summary>True if it has the parameter.</summary>
    public bool Has(string parameter) => Parameters.Any(known => known.Name == parameter);
}

/// <summary>A parameter as the code has it.</summary>
/// <param name="Name">The name.</param>
/// <param name="TypeName">The type as PowerShell shows it, such as string[].</param>
/// <param name="IsSwitch">True if no value follows.</param>
/// <param name="IsHidden">True if completion does not offer it.</param>
/// <param name="TakesWildcards">True for SupportsWildcards.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Places">Its place in each of its sets; the key <see cref="AllSets"/> represents every set.</param>
internal sealed record ParameterShape(
    string Name,
    string TypeName,
    bool IsSwitch,
    bool IsHidden,
    bool TakesWildcards,
    IReadOnlyList<string> Aliases,
    IReadOnlyDictionary<string, ParameterPlace> Places)
{
    /// <summary>PowerShell's name for every parameter set.</summary>
    public const string AllSets = "__AllParameterSets";

    /// <summary>Its place in a set; null if the set lacks it.</summary>
    public ParameterPlace? In(string set) => Places.GetValueOrDefault(set) ?? Places.GetValueOrDefault(AllSets);
}

/// <summary>The place of a parameter in a parameter set.</summary>
/// <param name="IsMandatory">True if PowerShell asks for it.</param>
/// <param name="Position">From 0; null for a named one.</param>
/// <param name="FromPipeline">True if the pipeline's object is its value.</param>
/// <param name="FromProperty">True if a property of that name is its value.</param>
internal sealed record ParameterPlace(bool IsMandatory, int? Position, bool FromPipeline, bool FromProperty);
