namespace LakeTools.Rules.Resources;

/// <summary>Which databases a list has beside, or in place of, those of the own account (API reference, ResourceShareType).</summary>
public enum CatalogShare
{
    /// <summary>Those of the own account, and those that others share with it.</summary>
    All,

    /// <summary>Those that others share with the account.</summary>
    Foreign,

    /// <summary>Those that represent databases outside of the Data Catalog.</summary>
    Federated,
}
