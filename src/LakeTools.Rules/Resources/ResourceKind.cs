namespace LakeTools.Rules.Resources;

/// <summary>The kinds of things on which Lake Formation grants permissions.</summary>
public enum ResourceKind
{
    /// <summary>The account's root catalog.</summary>
    Catalog,

    /// <summary>A catalog inside the account: nested, federated, or of S3 Tables.</summary>
    NestedCatalog,

    /// <summary>A database.</summary>
    Database,

    /// <summary>A table or a view, with all of its columns.</summary>
    Table,

    /// <summary>Every table of a database, those to come included.</summary>
    AllTables,

    /// <summary>Some columns of a table, or all but some.</summary>
    Columns,

    /// <summary>A data cells filter of a table: some rows and columns.</summary>
    DataFilter,

    /// <summary>A registered location in S3, or a prefix under one.</summary>
    DataLocation,

    /// <summary>Values of an LF-Tag.</summary>
    Tag,

    /// <summary>The databases or tables whose LF-Tags match an expression, written out or named (the API's LFTagPolicy).</summary>
    TagExpression,

    /// <summary>A named LF-Tag expression itself, as a thing to be seen, changed and used.</summary>
    NamedTagExpression,
}
