namespace LakeTools.Core.Definitions.Plans;

/// <summary>The forms in which a plan is written.</summary>
public enum PlanFormat
{
    /// <summary>For a terminal, without colours.</summary>
    Text,

    /// <summary>For a pull request.</summary>
    Markdown,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For a browser: one page without anything from elsewhere.</summary>
    Html,
}
