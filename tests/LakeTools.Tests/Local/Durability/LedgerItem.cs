namespace LakeTools.Tests.Local.Durability;

/// <summary>One thing of a lake as its only writer knows it. A value is a text; null where the thing is not there.</summary>
/// <param name="Kind">How it is read and written.</param>
/// <param name="Name">Its name, without spaces.</param>
internal sealed record LedgerItem(ItemKind Kind, string Name)
{
    /// <summary>What the lake has said that it holds.</summary>
    public string? Acknowledged { get; set; }

    /// <summary>What was asked for and not answered: it may have come to pass or not.</summary>
    public string? Asked { get; set; }

    /// <summary>True while there is no answer.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether a lake may hold this.</summary>
    public bool Allows(string? value) => value == Acknowledged || (IsOpen && value == Asked);
}

/// <summary>What kinds of things are written, each through another service or another way of the store.</summary>
internal enum ItemKind
{
    /// <summary>An object in one put.</summary>
    Object,

    /// <summary>An object in parts.</summary>
    Upload,

    /// <summary>The current value of a secret.</summary>
    Secret,

    /// <summary>The description of a table.</summary>
    Table,

    /// <summary>The location of a partition.</summary>
    Partition,

    /// <summary>Whether a role has SELECT on a table.</summary>
    Grant,
}
