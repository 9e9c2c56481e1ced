namespace LakeTools.Core.Catalog;

/// <summary>Who may use the tables made in a database, before anybody is granted anything.</summary>
public enum TableDefaultPermission
{
    /// <summary>Nobody: Lake Formation's own mode.</summary>
    None,

    /// <summary>Everybody whom IAM allows: Lake Formation grants then add nothing.</summary>
    IamAllowedPrincipals,
}
