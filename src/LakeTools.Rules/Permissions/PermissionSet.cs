namespace LakeTools.Rules.Permissions;

/// <summary>A set of Lake Formation permissions. The values are stored in lakes: they never change.</summary>
[Flags]
public enum PermissionSet
{
    /// <summary>No permission.</summary>
    None = 0,

    /// <summary>ALL: everything that the resource takes. The console calls it Super.</summary>
    All = 1 << 0,

    /// <summary>SELECT: read the data.</summary>
    Select = 1 << 1,

    /// <summary>ALTER: change the definition.</summary>
    Alter = 1 << 2,

    /// <summary>DROP: delete the resource.</summary>
    Drop = 1 << 3,

    /// <summary>DELETE: remove data.</summary>
    Delete = 1 << 4,

    /// <summary>INSERT: add data.</summary>
    Insert = 1 << 5,

    /// <summary>DESCRIBE: see the definition.</summary>
    Describe = 1 << 6,

    /// <summary>CREATE_DATABASE: make databases in a catalog.</summary>
    CreateDatabase = 1 << 7,

    /// <summary>CREATE_TABLE: make tables in a database.</summary>
    CreateTable = 1 << 8,

    /// <summary>DATA_LOCATION_ACCESS: point databases and tables into a location.</summary>
    DataLocationAccess = 1 << 9,

    /// <summary>CREATE_LF_TAG: make LF-Tags.</summary>
    CreateLFTag = 1 << 10,

    /// <summary>ASSOCIATE: put values of a tag on resources.</summary>
    Associate = 1 << 11,

    /// <summary>GRANT_WITH_LF_TAG_EXPRESSION: grant by expressions that use the tag's values.</summary>
    GrantWithLFTagExpression = 1 << 12,

    /// <summary>CREATE_LF_TAG_EXPRESSION: make named expressions.</summary>
    CreateLFTagExpression = 1 << 13,

    /// <summary>CREATE_CATALOG: make catalogs.</summary>
    CreateCatalog = 1 << 14,

    /// <summary>SUPER_USER: everything with what a nested catalog holds; on the catalog itself CREATE_DATABASE and DESCRIBE.</summary>
    SuperUser = 1 << 15,
}
