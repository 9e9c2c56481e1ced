namespace LakeTools.Rules.Resources;

/// <summary>The databases that a list has besides, or instead of, those of the own account (API reference, ResourceShareType).</summary>
public enum CatalogShare
{
    /// <summary>The databases of the own account, and those that others share with it.</summary>
    All,

    /// <summary>The databases that others share with the account.</summary>
    Foreign,

    /// <summary>The databases that represent databases outside of the Data Catalog.</summary>
    Federated,
}
