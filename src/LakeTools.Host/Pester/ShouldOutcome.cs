namespace LakeTools.Host.Pester;

/// <summary>Whether an assertion holds, and the text for when it does not.</summary>
/// <param name="Holds">Without -Not.</param>
/// <param name="Template">Has <c>{not}</c>, <c>{because}</c> and <c>{but}</c>, which is 'not ' without -Not.</param>
public sealed record ShouldOutcome(bool Holds, string Template)
{
    public string Text(bool not) => Template.Replace("{not}", not ? "not " : "").Replace("{but}", not ? "" : "not ");
}
