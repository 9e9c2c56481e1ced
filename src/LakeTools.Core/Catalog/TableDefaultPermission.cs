namespace LakeTools.Core.Catalog;

/// <summary>The default permissions of tables in a database.</summary>
public enum TableDefaultPermission
{
    /// <summary>None: only grants of Lake Formation apply.</summary>
    None,

    /// <summary>All for IAMAllowedPrincipals: only IAM applies.</summary>
    IamAllowedPrincipals,
}
