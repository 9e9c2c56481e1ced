namespace LakeTools.Core.Permissions.Checks;

/// <summary>The requirements of a principal for reading the rows of a table, in the order of the checks.</summary>
public enum AccessCheckName
{
    /// <summary>IAM has the principal.</summary>
    Principal,

    /// <summary>IAM allows the principal to ask Lake Formation for data.</summary>
    IamDataAccess,

    /// <summary>IAM allows the principal to read the table's entry in the Data Catalog.</summary>
    IamCatalog,

    /// <summary>IAM allows the principal to use the engine.</summary>
    IamEngine,

    /// <summary>IAM allows the principal to write and read the engine's results.</summary>
    IamResult,

    /// <summary>IAM allows the principal to read the data, if Lake Formation does not give access to it.</summary>
    IamData,

    /// <summary>Lake Formation's permissions let the principal select.</summary>
    LakeFormation,

    /// <summary>A registered location contains the data.</summary>
    Registration,

    /// <summary>IAM has the role of the registered location.</summary>
    RegistrationRole,

    /// <summary>The registration's role trusts Lake Formation.</summary>
    RegistrationTrust,

    /// <summary>The registration's role may read the location.</summary>
    RegistrationRights,

    /// <summary>The role that reads the objects may use the key that encrypts them.</summary>
    Encryption,

    /// <summary>The principal is opted in, if the location has hybrid access.</summary>
    HybridAccess,

    /// <summary>A resource link has its target.</summary>
    ResourceLink,

    /// <summary>The engine enforces restrictions on columns and rows.</summary>
    DataFilter,

    /// <summary>The settings let the engine read the data.</summary>
    ApplicationIntegration,

    /// <summary>The share of the other account is accepted.</summary>
    ResourceShare,
}
