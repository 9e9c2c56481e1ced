namespace LakeTools.Rules.Resources;

/// <summary>What a grant on an LF-Tag expression is about.</summary>
public enum TaggedResourceType
{
    /// <summary>The databases that match.</summary>
    Database,

    /// <summary>The tables and columns that match.</summary>
    Table,
}
