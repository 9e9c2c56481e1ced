namespace LakeTools.Rules.Resources;

/// <summary>The kinds of resource that a grant on an LF-Tag expression applies to.</summary>
public enum TaggedResourceType
{
    /// <summary>The databases that match.</summary>
    Database,

    /// <summary>The tables and columns that match.</summary>
    Table,
}
